import { makeStyles, tokens } from "@fluentui/react-components";
import type { LicenceAnswer } from "../../src/contracts/licence-contract";
import { overAssigned } from "../../src/domain/licence/seats";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { StackedBar, ToneDot } from "../shell/stacked-bar";
import { seatParts } from "./seat-parts";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, minWidth: 0, maxWidth: "420px" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyle: "none",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  part: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  over: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

/** The seats of a SKU as a bar, with its numbers in words below. */
export function SeatBar({ licence }: { readonly licence: LicenceAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { usable } = licence.seats;
  if (licence.appliesTo === "Company") return text("licence.seat.company", { count: usable });
  const parts = seatParts(licence);
  const over = overAssigned(licence.available ?? 0);
  return (
    <div className={styles.root}>
      <span>{text("licence.seat.usable", { count: usable })}</span>
      <StackedBar segments={parts} />
      <ul className={styles.legend}>
        {parts.map(({ key, count, tone }) => (
          <li key={key} className={styles.part}>
            <ToneDot tone={tone} /> {text(`licence.seat.${key}`)} {format.number(count)}
          </li>
        ))}
      </ul>
      {over > 0 && <span className={styles.over}>{text("licence.seat.over", { count: over })}</span>}
    </div>
  );
}
