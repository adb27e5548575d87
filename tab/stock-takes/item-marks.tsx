import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { DismissCircleFilled } from "@fluentui/react-icons/svg/dismiss-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import type { CountsAnswer } from "../../src/contracts/stock-take-contract";
import type { ItemState } from "../../src/domain/stock-take/stock-take-item";
import { useText } from "../language/use-text";
import { type Segment, StackedBar, type Tone } from "../shell/stacked-bar";

const useStyles = makeStyles({
  mark: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, fontSize: "16px" },
  found: { color: tokens.colorStatusSuccessForeground1 },
  missing: { color: tokens.colorPaletteRedForeground1 },
  unexpected: { color: tokens.colorStatusWarningForeground1 },
  pending: { color: tokens.colorNeutralForeground3 },
});

const icons = {
  found: CheckmarkCircleFilled,
  missing: DismissCircleFilled,
  unexpected: QuestionCircleFilled,
  pending: CircleRegular,
} as const;

export const itemTones: Readonly<Record<ItemState, Tone>> = {
  found: "good",
  missing: "bad",
  unexpected: "waiting",
  pending: "quiet",
};

/** A state by its word and a shape of its own. */
export function ItemMark({ state }: { readonly state: ItemState }) {
  const text = useText();
  const styles = useStyles();
  const Icon = icons[state];
  return (
    <span className={mergeClasses(styles.mark, styles[state])}>
      <Icon aria-hidden className={styles.icon} />
      {text(`stockTake.item.${state}`)}
    </span>
  );
}

/** What was expected: found, missing, and not seen yet. */
export function ProgressBar({ counts }: { readonly counts: CountsAnswer }) {
  const segments: Segment[] = (["found", "missing", "pending"] as const).map((state) => ({
    key: state,
    count: counts[state],
    tone: itemTones[state],
    faded: state === "pending",
  }));
  return <StackedBar segments={segments} />;
}
