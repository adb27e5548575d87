import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import type { FindingAnswer } from "../../src/contracts/finding-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { FindingBadges } from "./finding-badges";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyle: "none",
  },
  item: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "120px minmax(0, 1fr) minmax(0, 220px)",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  },
  words: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  open: {
    ...typographyStyles.subtitle2,
    padding: 0,
    border: "none",
    background: "none",
    textAlign: "start",
    cursor: "pointer",
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    ":focus-visible": { outline: "none" },
    "::after": { content: '""', position: "absolute", inset: 0, borderRadius: tokens.borderRadiusLarge },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  money: { ...typographyStyles.body1Strong },
  side: { display: "grid", gap: tokens.spacingVerticalXXS },
});

interface Props {
  readonly items: readonly FindingAnswer[];
  readonly onOpen: (id: string) => void;
}

export function FindingList({ items, onOpen }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  return (
    <ul className={styles.list} aria-label={text("finding.list")}>
      {items.map((finding) => (
        <li key={finding.id} className={styles.item}>
          <FindingBadges {...finding} />
          <div className={styles.words}>
            <button type="button" className={styles.open} onClick={() => onOpen(finding.id)}>
              {finding.title}
            </button>
            <Text className={styles.quiet}>{finding.action}</Text>
          </div>
          <div className={styles.side}>
            {finding.monthlySaving !== null && (
              <Text className={styles.money}>
                {text("finding.monthly", { amount: format.money(finding.monthlySaving) })}
              </Text>
            )}
            {finding.actBy !== null && (
              <Text size={200}>{text("finding.actBy", { day: format.date(finding.actBy) })}</Text>
            )}
            <Text size={200} className={styles.quiet}>
              {finding.ownerName === null
                ? text("finding.nobodys")
                : text("finding.owner", { name: finding.ownerName })}
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}
