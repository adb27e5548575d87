import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { DeliveryAnswer } from "../../src/contracts/check-in-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";

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
  reason: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const columns = ["person", "state", "sentAt", "answeredAt"] as const;

export function DeliveryRows({ items }: { readonly items: readonly DeliveryAnswer[] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
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
                {text(`checkIn.delivery.${delivery.state}`)}
                {delivery.reason !== null && (
                  <span className={styles.reason}>{text(`checkIn.reason.${delivery.reason}`)}</span>
                )}
              </td>
              <td className={mergeClasses(styles.cell, styles.wide)}>{format.dateTime(delivery.sentAt)}</td>
              <td className={styles.cell}>{format.dateTime(delivery.answeredAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
