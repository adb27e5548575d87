import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import type { AuditEventAnswer } from "../../src/contracts/audit-contract";
import { actionWords } from "../history/history-words";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { AuditDetails } from "./audit-details";
import { actorWords, kindWords } from "./audit-words";

const cell = {
  padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  textAlign: "start",
  verticalAlign: "top",
  overflowWrap: "anywhere",
} as const;

const useStyles = makeStyles({
  frame: {
    overflow: "hidden",
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  head: { ...cell, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  cell,
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  wide: { [narrow]: { display: "none" } },
  open: {
    ...cell,
    width: "100%",
    display: "block",
    boxSizing: "border-box",
    font: "inherit",
    color: tokens.colorBrandForegroundLink,
    backgroundColor: "transparent",
    border: "none",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

interface Props {
  readonly items: readonly AuditEventAnswer[];
  readonly names: ReadonlyMap<string, string>;
}

/** A row is opened by its action; what it changed then stands below it. */
export function AuditRows({ items, names }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const [opened, setOpened] = useState<string | null>(null);
  const wide = mergeClasses(styles.cell, styles.wide);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(["when", "what", "subject", "who"] as const).map((column) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(styles.head, column === "subject" && styles.wide)}
              >
                {text(`governance.audit.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((event) => {
            const what = `${kindWords(event.subjectKind, text)}: ${actionWords(event.action, text)}`;
            const when = format.dateTime(event.at);
            const isOpen = opened === event.id;
            return (
              <Fragment key={event.id}>
                <tr className={styles.row}>
                  <td className={styles.cell}>{when}</td>
                  <td>
                    <button
                      type="button"
                      className={styles.open}
                      aria-expanded={isOpen}
                      aria-label={text("governance.audit.details", { what, when })}
                      onClick={() => setOpened(isOpen ? null : event.id)}
                    >
                      {what}
                    </button>
                  </td>
                  <td className={wide}>{names.get(event.subjectId) ?? event.subjectId}</td>
                  <td className={styles.cell}>{actorWords(event, text)}</td>
                </tr>
                {isOpen && (
                  <tr>
                    <td colSpan={4} className={styles.cell}>
                      <AuditDetails event={event} names={names} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
