import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { isToldByName } from "../../src/domain/check-in/audience-preview";
import { type DeliveryReason, deliveryReasons } from "../../src/domain/delivery";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { type PreviewInput, useAudiencePreview } from "./use-check-ins";

const useStyles = makeStyles({
  root: {
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0`,
    minWidth: 0,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** More names than these are read in the list after the launch. */
const mostNamed = 10;

/** Who would be asked, and who of them would get no message if it were launched now, and why. */
export function AudiencePreview({ asked }: { readonly asked: PreviewInput }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { data, error } = useAudiencePreview(asked);
  if (error !== null) return <ProblemMessage title={text("checkInForm.preview.failed")} problem={error} />;
  if (data === undefined) return null;
  const countOf = (reason: DeliveryReason) => data.byReason[reason] ?? 0;
  const reasons = deliveryReasons.filter((reason) => countOf(reason) > 0);
  const apart = reasons.filter((reason) => reason !== "left" && isToldByName(reason));
  const others = data.total - apart.reduce((sum, reason) => sum + countOf(reason), 0);
  /** The first names of so many people. */
  const namesOf = (wanted: DeliveryReason | null, count: number) => {
    const names = data.people.filter(({ reason }) => reason === wanted).map(({ name }) => name);
    const shown = names.slice(0, mostNamed);
    const rest = count - shown.length;
    return [...shown, ...(rest > 0 ? [text("checkInForm.preview.more", { count: rest })] : [])];
  };
  return (
    <div className={styles.root}>
      <Text>
        {text("checkInForm.preview.reachable", {
          reachable: format.number(data.reachable),
          total: format.number(data.total),
        })}
      </Text>
      {reasons.length > 0 && (
        <ul className={styles.list}>
          {reasons.map((reason) => (
            <li key={reason}>
              {text(`delivery.reason.${reason}`)}: {format.number(countOf(reason))}
              {apart.includes(reason) && ` (${namesOf(reason, countOf(reason)).join(", ")})`}
            </li>
          ))}
        </ul>
      )}
      {others > 0 && (
        <Text>
          {text(apart.length > 0 ? "checkInForm.preview.others" : "checkInForm.preview.asked", {
            names: namesOf(null, others).join(", "),
          })}
        </Text>
      )}
    </div>
  );
}
