import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { LicenceOverviewAnswer } from "../../src/contracts/licence-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(150px, 1fr))",
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  tile: {
    display: "flex",
    flexDirection: "column",
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  value: { ...typographyStyles.subtitle1, margin: 0 },
  more: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  name: { color: tokens.colorNeutralForeground2 },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What licences come to, and how old that is. */
export function LicenceTiles({ overview }: { readonly overview: LicenceOverviewAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { parts, namesAsOf, monthlyCost, monthlyWaste } = overview;
  const seats = parts.find(({ name }) => name === "skus")?.asOf ?? null;
  const barred = parts.filter(({ state }) => state === "not-permitted");
  const names = barred.map(({ name }) => text(`licence.part.${name}`)).join(", ");
  return (
    <>
      <Tiles>
        <Tile name={text("licence.tile.cost")}>
          <Sum sum={monthlyCost} />
        </Tile>
        <Tile name={text("licence.tile.waste")}>
          <Sum sum={monthlyWaste} />
        </Tile>
        <Tile name={text("licence.tile.readAt")}>
          {seats === null ? text("licence.tile.never") : format.relative(seats)}
          <span className={styles.more}>{seats === null ? "" : format.dateTime(seats)}</span>
        </Tile>
      </Tiles>
      <p className={styles.note}>{text("licence.namesAsOf", { date: format.date(namesAsOf) })}</p>
      {names !== "" && <p className={styles.note}>{text("licence.notPermitted", { parts: names })}</p>}
    </>
  );
}

/** Figures side by side. */
export function Tiles({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return <dl className={styles.tiles}>{children}</dl>;
}

export function Tile({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.tile}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

/** A sum of which some may be unknown; those stand beside it and are never counted as nothing. */
export function Sum({ sum: { known, unknown } }: { readonly sum: LicenceOverviewAnswer["monthlyCost"] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <>
      {known.length === 0 ? text("licence.tile.noPrice") : known.map(format.money).join(" + ")}
      {unknown > 0 && (
        <span className={styles.more}>{text("licence.tile.unpriced", { count: unknown })}</span>
      )}
    </>
  );
}
