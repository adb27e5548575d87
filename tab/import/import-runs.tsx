import { Button, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ListedImportAnswer, listImports } from "../../src/contracts/import-contract";
import { call } from "../call";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { UndoConfirmation } from "./undo-confirmation";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  list: { margin: 0, padding: 0, listStyle: "none" },
  run: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** What was imported before and changed something, and what of it can still be taken back. */
export function ImportRuns() {
  const text = useText();
  const styles = useStyles();
  const runs = useQuery({
    queryKey: ["imports"],
    queryFn: ({ signal }) => call(listImports, { query: { limit: 10, changed: "true" } }, { signal }),
  });
  return (
    <section className={styles.root} aria-label={text("import.runsTitle")}>
      <h3 className={styles.title}>{text("import.runsTitle")}</h3>
      {runs.isPending && <LoadingState rows={2} />}
      {runs.error !== null && <ProblemMessage title={text("import.runsFailed")} problem={runs.error} />}
      {runs.data?.items.length === 0 && <Text className={styles.quiet}>{text("import.runsEmpty")}</Text>}
      <ul className={styles.list}>
        {runs.data?.items.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </ul>
    </section>
  );
}

function Run({ run }: { readonly run: ListedImportAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const kind = text(`import.kind.${run.kind}`);
  const when = format.dateTime(run.at);
  const who = run.actorName ?? text("import.somebody");
  const named = [kind, run.fileName, when].filter((word) => word !== null).join(", ");
  const { create, update, unchanged } = run.rows;
  const counts = {
    create: format.number(create),
    update: format.number(update),
    unchanged: format.number(unchanged),
  };
  const source = text(`import.source.${run.source}`);
  return (
    <li className={styles.run}>
      <span className={styles.words}>
        {run.fileName !== null && <Text weight="semibold">{run.fileName}</Text>}
        <Text>{text("import.runLine", { kind, when, who })}</Text>
        <Text size={200} className={styles.quiet}>
          {text("import.runSource", { source })} {text("import.runCounts", counts)}{" "}
          {stateWords(run, text, format.dateTime)}
        </Text>
      </span>
      {run.undoable && (
        <Button size="small" aria-label={`${text("import.undo")}: ${named}`} onClick={() => setAsking(true)}>
          {text("import.undo")}
        </Button>
      )}
      {asking && <UndoConfirmation id={run.id} onClose={() => setAsking(false)} />}
    </li>
  );
}

function stateWords(
  { state, undoable, undoneAt, undoneByName }: ListedImportAnswer,
  text: ReturnType<typeof useText>,
  dateTime: (at: string) => string,
): string {
  if (state === "undone" && undoneAt !== null) {
    return text("import.runUndone", {
      when: dateTime(undoneAt),
      who: undoneByName ?? text("import.somebody"),
    });
  }
  return undoable ? "" : text("import.runSettled");
}
