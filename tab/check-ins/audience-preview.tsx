import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { deliveryReasons } from "../../src/domain/delivery";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useAudiencePreview } from "./use-check-ins";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, marginTop: tokens.spacingVerticalM },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** More names than these are read in the list after the launch. */
const mostNamed = 10;

/** Who would get no message if it were launched now, and why. */
export function AudiencePreview({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { data } = useAudiencePreview(checkIn);
  if (data === undefined) return null;
  const reasons = deliveryReasons.filter((reason) => (data.byReason[reason] ?? 0) > 0);
  const named = data.people.filter(({ reason }) => reason !== null);
  return (
    <div className={styles.root}>
      <Text>{text("checkIn.preview.reachable", { reachable: data.reachable, total: data.total })}</Text>
      {reasons.length > 0 && (
        <ul className={styles.list}>
          {reasons.map((reason) => (
            <li key={reason}>
              {text(`delivery.reason.${reason}`)}: {format.number(data.byReason[reason] ?? 0)}
            </li>
          ))}
        </ul>
      )}
      {named.length > 0 && (
        <Text>
          {text("checkIn.preview.who", {
            names: named
              .slice(0, mostNamed)
              .map(({ name }) => name)
              .join(", "),
          })}{" "}
          {named.length > mostNamed && text("checkIn.preview.more", { count: named.length - mostNamed })}
        </Text>
      )}
    </div>
  );
}
