import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { AuditEventAnswer } from "../../src/contracts/audit-contract";
import { doorWords } from "../history/history-words";
import { useText } from "../language/use-text";
import { auditValue } from "./audit-words";

const useStyles = makeStyles({
  root: {
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  cell: {
    padding: tokens.spacingVerticalXS,
    textAlign: "start",
    verticalAlign: "top",
    overflowWrap: "anywhere",
    fontWeight: "inherit",
  },
});

interface Props {
  readonly event: AuditEventAnswer;
  readonly names: ReadonlyMap<string, string>;
}

/** What one event changed, why and through what door. */
export function AuditDetails({ event, names }: Props) {
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.root}>
      <Text size={200}>
        {text("governance.audit.door")}: {doorWords(event.door, text)} · {event.action} · {event.subjectId}
      </Text>
      {event.redacted && <Text>{text("governance.audit.redacted")}</Text>}
      {event.reason !== null && (
        <Text>
          {text("governance.audit.reason")}: {event.reason}
        </Text>
      )}
      {event.changes.length === 0 && <Text>{text("governance.audit.noChanges")}</Text>}
      {event.changes.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {(["field", "before", "after"] as const).map((column) => (
                <th key={column} scope="col" className={styles.cell}>
                  {text(`governance.audit.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {event.changes.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row" className={styles.cell}>
                  {field}
                </th>
                <td className={styles.cell}>{auditValue(from, names, text)}</td>
                <td className={styles.cell}>{auditValue(to, names, text)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
