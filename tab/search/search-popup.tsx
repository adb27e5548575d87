import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { shortestSubstring } from "../../src/domain/search";
import { useText } from "../language/use-text";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { narrow } from "../shell/theme";
import { SearchGroupRows } from "./search-group-rows";
import type { SearchRow } from "./search-rows";
import type { SearchResults } from "./use-search";

const useStyles = makeStyles({
  root: {
    position: "absolute",
    zIndex: 20,
    top: "calc(100% + 4px)",
    right: 0,
    boxSizing: "border-box",
    width: "min(520px, calc(100vw - 32px))",
    display: "flex",
    flexDirection: "column",
    maxHeight: "min(70vh, 640px)",
    padding: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
    [narrow]: { width: "100%", maxHeight: "60vh" },
  },
  list: { minHeight: 0, overflowY: "auto" },
  note: { display: "block", padding: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 },
  none: { padding: tokens.spacingVerticalS },
  noneTitle: { ...typographyStyles.body1Strong, overflowWrap: "anywhere" },
  said: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
});

interface Props {
  readonly id: string;
  readonly results: SearchResults;
  readonly active: string | null;
  readonly onChoose: (row: SearchRow) => void;
}

export function SearchPopup({ id, results, active, onChoose }: Props) {
  const styles = useStyles();
  const text = useText();
  const { typed, groups, rows, current, pending, problem } = results;
  const short = typed !== "" && Array.from(typed).length < shortestSubstring;
  const nothing = current && problem === null && typed !== "" && rows.length === 0;
  return (
    // Pressing on it must not take the focus from the box.
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus only, the options are what is chosen
    <div className={styles.root} onMouseDown={(event) => event.preventDefault()}>
      {typed === "" && <Text className={styles.note}>{text("search.hint")}</Text>}
      {pending && <LoadingState rows={3} />}
      {problem !== null && <ProblemMessage title={text("search.failed")} problem={problem} />}
      {nothing && (
        <div className={styles.none}>
          <div className={styles.noneTitle}>{text("search.noneTitle", { typed })}</div>
          <Text>{text("search.noneText")}</Text>
        </div>
      )}
      <div
        id={id}
        role="listbox"
        className={styles.list}
        aria-label={text("search.resultsLabel")}
        aria-busy={!current && typed !== ""}
      >
        {problem === null &&
          groups.map((group) => (
            <SearchGroupRows
              key={group.group.kind}
              listId={id}
              group={group}
              typed={typed}
              active={active}
              onChoose={onChoose}
            />
          ))}
      </div>
      {short && problem === null && <Text className={styles.note}>{text("search.short")}</Text>}
      <div role="status" className={styles.said}>
        {current && rows.length > 0 && text("search.found", { count: rows.length })}
        {nothing && text("search.noneTitle", { typed })}
        {pending && text("search.searching")}
      </div>
    </div>
  );
}
