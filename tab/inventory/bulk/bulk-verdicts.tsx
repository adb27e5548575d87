import {
  Checkbox,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import { SubtractCircleRegular } from "@fluentui/react-icons/svg/subtract-circle";
import type { JudgedAnswer, previewDevices } from "../../../src/contracts/device-contract";
import type { Answer } from "../../../src/contracts/endpoint";
import { bulkVerdicts } from "../../../src/domain/bulk-change";
import { changeWords } from "../../history/history-words";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { deviceHistoryFields } from "../details/device-history-fields";

const useStyles = makeStyles({
  counts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  count: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  scroll: { maxHeight: "min(360px, 45vh)", overflowY: "auto" },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
    verticalAlign: "top",
    overflowWrap: "anywhere",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tag: { whiteSpace: "nowrap", maxWidth: "40vw" },
  bad: { color: tokens.colorStatusDangerForeground1 },
  list: { margin: 0, padding: 0, listStyle: "none" },
});

type Preview = Answer<typeof previewDevices>;
type Verdict = JudgedAnswer["verdict"];

/** More would only be scrolled past; what is refused comes first. */
const mostShown = 200;
const order: Readonly<Record<Verdict, number>> = { refused: 0, change: 1, unchanged: 2 };

interface BulkVerdictsProps {
  readonly preview: Preview;
  readonly leaveOut: boolean;
  readonly onLeaveOut: (leaveOut: boolean) => void;
}

/** What would happen to each device, the refused first. */
export function BulkVerdicts({ preview, leaveOut, onLeaveOut }: BulkVerdictsProps) {
  const text = useText();
  const styles = useStyles();
  const { counts, names } = preview;
  const items = [...preview.items].sort((a, b) => order[a.verdict] - order[b.verdict]).slice(0, mostShown);
  return (
    <>
      <ul className={styles.counts}>
        {bulkVerdicts.map((verdict) => (
          <li key={verdict} className={styles.count}>
            <VerdictMark verdict={verdict} />
            {text(`bulk.count.${verdict}`, { count: counts[verdict] })}
          </li>
        ))}
      </ul>
      {counts.refused > 0 && (
        <>
          {!leaveOut && (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{text("bulk.refusedStop")}</MessageBarBody>
            </MessageBar>
          )}
          <Checkbox
            label={text("bulk.leaveOut", { count: counts.refused })}
            checked={leaveOut}
            onChange={(_, { checked }) => onLeaveOut(checked === true)}
          />
        </>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={text("bulk.table")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.cell}>
                {text("bulk.device")}
              </th>
              <th scope="col" className={styles.cell}>
                {text("bulk.what")}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <VerdictRow key={item.id} item={item} names={names} />
            ))}
          </tbody>
        </table>
      </section>
      {items.length < preview.items.length && (
        <Text size={200}>{text("bulk.firstOf", { shown: items.length, total: preview.items.length })}</Text>
      )}
    </>
  );
}

function VerdictRow({ item, names }: { readonly item: JudgedAnswer; readonly names: Preview["names"] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const words = { text, format, fields: deviceHistoryFields, names: new Map(Object.entries(names)) };
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.tag)}>
        {item.assetTag}
      </th>
      <td className={styles.cell}>
        <span className={styles.count}>
          <VerdictMark verdict={item.verdict} /> {text(`bulk.verdict.${item.verdict}`)}
        </span>
        <ul className={styles.list}>
          {item.problem !== null && <li>{item.problem}</li>}
          {item.changes.map((change) => (
            <li key={change.field}>{changeWords(change, words)}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles();
  switch (verdict) {
    case "change":
      return <CheckmarkCircleRegular aria-hidden />;
    case "unchanged":
      return <SubtractCircleRegular aria-hidden />;
    case "refused":
      return <DismissCircleFilled aria-hidden className={styles.bad} />;
  }
}
