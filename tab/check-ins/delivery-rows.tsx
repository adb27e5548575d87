import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import type { DeliveryAnswer } from "../../src/contracts/delivery-contract";
import { canClose, tellsAnswers } from "../../src/domain/check-in";
import { canRetry } from "../../src/domain/check-in/retry";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import { narrow } from "../shell/theme";
import { deliveryStateKey } from "./delivery-state-text";
import { useRetryDelivery } from "./use-check-ins";

const cell = {
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  textAlign: "start",
} as const;

const useStyles = makeStyles({
  frame: {
    overflow: "hidden",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { width: "100%", borderCollapse: "collapse" },
  head: { ...cell, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  name: { ...cell, fontWeight: tokens.fontWeightRegular },
  cell,
  wide: { [narrow]: { display: "none" } },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  // Its word stands in line with the state above it.
  retry: { display: "flex", marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  reason: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const columns = ["person", "state", "sentAt", "answeredAt"] as const;

interface Props {
  readonly checkIn: Pick<CheckInAnswer, "id" | "state" | "purpose">;
  readonly items: readonly DeliveryAnswer[];
}

export function DeliveryRows({ checkIn, items }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { can } = useMe();
  const retry = useRetryDelivery(checkIn.id);
  const answers = tellsAnswers(checkIn);
  const mayRetry = can["check-in.change"] && canClose(checkIn);
  return (
    <div className={styles.frame}>
      {retry.error !== null && <ProblemMessage title={text("checkIn.step.failed")} problem={retry.error} />}
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.slice(0, answers ? undefined : -1).map((column) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(styles.head, column === "sentAt" && styles.wide)}
              >
                {text(`checkIn.deliveries.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((delivery) => (
            <tr key={delivery.id} className={styles.row}>
              <th scope="row" className={styles.name}>
                {delivery.personName ?? text("checkIn.deliveries.formerPerson")}
              </th>
              <td className={styles.cell}>
                {text(deliveryStateKey(checkIn, delivery.state))}
                {delivery.reason !== null && (
                  <span className={styles.reason}>{text(`delivery.reason.${delivery.reason}`)}</span>
                )}
                {mayRetry && canRetry(delivery) && (
                  <Button
                    size="small"
                    className={styles.retry}
                    appearance="subtle"
                    aria-label={text("checkIn.deliveries.retryFor", {
                      name: delivery.personName ?? text("checkIn.deliveries.formerPerson"),
                    })}
                    disabledFocusable={retry.isPending}
                    onClick={() => retry.mutate(delivery.id)}
                  >
                    {text("checkIn.deliveries.retry")}
                  </Button>
                )}
              </td>
              <td className={mergeClasses(styles.cell, styles.wide)}>{format.dateTime(delivery.sentAt)}</td>
              {answers && <td className={styles.cell}>{format.dateTime(delivery.answeredAt)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
