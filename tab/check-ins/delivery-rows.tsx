import { makeStyles, tokens } from "@fluentui/react-components";
import type { DeliveryAnswer } from "../../src/contracts/check-in-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const cell = {
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  textAlign: "start",
} as const;

const useStyles = makeStyles({
  scroller: {
    overflowX: "auto",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  table: { width: "100%", minWidth: "560px", borderCollapse: "collapse" },
  head: { ...cell, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  name: { ...cell, fontWeight: tokens.fontWeightRegular },
  cell,
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  reason: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const columns = ["person", "state", "sentAt", "answeredAt"] as const;

export function DeliveryRows({ items }: { readonly items: readonly DeliveryAnswer[] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.scroller} aria-labelledby="deliveries" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.head}>
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
              <td className={styles.cell}>{format.dateTime(delivery.sentAt)}</td>
              <td className={styles.cell}>{format.dateTime(delivery.answeredAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
