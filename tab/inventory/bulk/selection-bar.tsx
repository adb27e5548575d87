import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { mostTogether } from "../../../src/domain/bulk-change";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import type { ListView } from "../list-view";
import { idsOfAll, type Selection } from "./use-selection";

const useStyles = makeStyles({
  root: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  count: { marginInlineEnd: "auto" },
});

interface SelectionBarProps {
  readonly selection: Selection;
  readonly view: ListView;
  readonly total: number;
  readonly totalCapped: boolean;
  readonly onChange: () => void;
}

/** How many are chosen and what may be done with them. */
export function SelectionBar({ selection, view, total, totalCapped, onChange }: SelectionBarProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const all = useMutation({ mutationFn: () => idsOfAll(view), onSuccess: selection.choose });
  const { size } = selection.ids;
  const most = totalCapped ? mostTogether : Math.min(total, mostTogether);
  const words = most === total ? "bulk.selectAll" : "bulk.selectFirst";
  return (
    <section className={styles.root} aria-label={text("bulk.selected", { count: size })}>
      <Text weight="semibold" role="status" className={styles.count}>
        {text("bulk.selected", { count: size })}
      </Text>
      {all.isError && <Text role="alert">{text("bulk.selectFailed")}</Text>}
      {size < most && (
        <Button size="small" disabledFocusable={all.isPending} onClick={() => all.mutate()}>
          {all.isPending ? text("bulk.selecting") : text(words, { total: format.number(most) })}
        </Button>
      )}
      <Button size="small" onClick={selection.clear}>
        {text("bulk.clear")}
      </Button>
      <Button size="small" appearance="primary" onClick={onChange}>
        {text("bulk.change")}
      </Button>
    </section>
  );
}
