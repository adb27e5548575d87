import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useText } from "../language/use-text";
import { hasFilters, type ListView, noFilters } from "./list-view";
import { useTeamOptions } from "./use-teams";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  item: { minWidth: 0, maxWidth: "100%" },
  chip: { maxWidth: "100%", minWidth: 0, fontWeight: tokens.fontWeightRegular },
  word: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface ActiveFiltersProps {
  readonly view: ListView;
  readonly onChange: (change: Partial<ListView>) => void;
}

/** What narrows the list, each with its own way out. */
export function ActiveFilters({ view, onChange }: ActiveFiltersProps) {
  const text = useText();
  const styles = useStyles();
  const filters = useFilterWords(view);
  if (!hasFilters(view)) return null;
  return (
    <ul className={styles.list} aria-label={text("inventory.activeFilters")}>
      {filters.map(({ filter, words }) => (
        <li key={filter} className={styles.item}>
          <Button
            className={styles.chip}
            size="small"
            shape="circular"
            iconPosition="after"
            icon={<DismissRegular aria-hidden />}
            aria-label={text("inventory.removeFilter", { filter: words })}
            onClick={() => onChange({ [filter]: noFilters[filter] })}
          >
            <span className={styles.word}>{words}</span>
          </Button>
        </li>
      ))}
      <li>
        <Button size="small" appearance="transparent" onClick={() => onChange(noFilters)}>
          {text("inventory.clearFilters")}
        </Button>
      </li>
    </ul>
  );
}

interface FilterWords {
  readonly filter: keyof typeof noFilters;
  readonly words: string;
}

function useFilterWords(view: ListView): readonly FilterWords[] {
  const text = useText();
  const { options, loading } = useTeamOptions();
  const teamName = options.find((option) => option.id === view.team)?.name;
  const name = teamName ?? text(loading ? "common.loading" : "inventory.teamGone");
  const words: FilterWords[] = [];
  if (view.search.trim() !== "") {
    words.push({ filter: "search", words: text("inventory.chip.q", { text: view.search.trim() }) });
  }
  if (view.team !== null) words.push({ filter: "team", words: text("inventory.chip.team", { name }) });
  if (view.status !== null) {
    const status = text(`device.status.${view.status}`);
    words.push({ filter: "status", words: text("inventory.chip.status", { name: status }) });
  }
  if (view.label !== null) {
    words.push({ filter: "label", words: text("inventory.chip.label", { name: view.label }) });
  }
  if (view.type !== null) {
    const type = text(`device.type.${view.type}`);
    words.push({ filter: "type", words: text("inventory.chip.type", { name: type }) });
  }
  if (view.acceptance !== null) {
    words.push({ filter: "acceptance", words: text(`device.acceptance.${view.acceptance}`) });
  }
  if (view.disposal !== null) {
    words.push({ filter: "disposal", words: text(`device.disposal.${view.disposal}`) });
  }
  if (view.archived !== null) words.push({ filter: "archived", words: text("inventory.withoutArchived") });
  if (view.osSupport !== null) {
    const name = text(`device.osSupport.${view.osSupport}`);
    words.push({ filter: "osSupport", words: text("inventory.chip.osSupport", { name }) });
  }
  if (view.replacement !== null) {
    const name = text(`device.replacement.${view.replacement}`);
    words.push({ filter: "replacement", words: text("inventory.chip.replacement", { name }) });
  }
  return words;
}
