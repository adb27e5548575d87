import { makeStyles, mergeClasses, Text, tokens, typographyStyles } from "@fluentui/react-components";
import type { FindingAnswer } from "../../src/contracts/finding-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { useCardList } from "../shell/use-card-list";
import { FindingBadges } from "./finding-badges";

const useStyles = makeStyles({
  columns: {
    gridTemplateColumns: "120px minmax(0, 1fr) minmax(0, 220px)",
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalS },
  },
  money: { ...typographyStyles.body1Strong },
  side: { display: "grid", gap: tokens.spacingVerticalXXS },
});

interface Props {
  readonly items: readonly FindingAnswer[];
  readonly onOpen: (id: string) => void;
}

export function FindingList({ items, onOpen }: Props) {
  const styles = useStyles();
  const cards = useCardList();
  const text = useText();
  const format = useFormat();
  return (
    <ul className={cards.list} aria-label={text("finding.list")}>
      {items.map((finding) => (
        <li key={finding.id} className={mergeClasses(cards.item, styles.columns)}>
          <FindingBadges {...finding} />
          <div className={cards.words}>
            <button type="button" className={cards.open} onClick={() => onOpen(finding.id)}>
              {finding.title}
            </button>
            <Text className={cards.quiet}>{finding.action}</Text>
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
            <Text size={200} className={cards.quiet}>
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
