import { Field, ProgressBar } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type ImportProgressAnswer, readImportProgress } from "../../src/contracts/import-contract";
import { call } from "../call";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

/** Half of what a person may read in a minute stays for everything else. */
const askAgainMs = 1_000;

function ask(key: string, signal?: AbortSignal): Promise<ImportProgressAnswer> {
  return call(readImportProgress, { params: { key } }, signal ? { signal } : {});
}

/** How far an import has come. Until the server has counted something, only that it is under way. */
export function ImportProgress({ progressKey }: { readonly progressKey: string }) {
  const text = useText();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ["import-progress", progressKey],
    queryFn: ({ signal }) => ask(progressKey, signal),
    refetchInterval: askAgainMs,
    retry: false,
    gcTime: 0,
  });
  const { rowsDone = 0, rowsTotal = 0 } = data ?? {};
  const phase = data === undefined || data.phase === "unknown" ? "reading" : data.phase;
  const counts = { done: format.number(rowsDone), total: format.number(rowsTotal) };
  const bar = rowsTotal === 0 ? {} : { value: rowsDone, max: rowsTotal };
  return (
    <Field label={text("import.applying")} hint={text(`import.progress.${phase}`, counts)}>
      <ProgressBar {...bar} />
    </Field>
  );
}

const over: ReadonlySet<ImportProgressAnswer["phase"]> = new Set(["done", "stopped", "unknown"]);

/** Waits for the end of an import whose answer was lost; null when nothing was written, or nobody can say. */
export async function appliedUnder(key: string): Promise<ImportProgressAnswer["applied"]> {
  for (;;) {
    const answer = await ask(key).catch(() => null);
    if (answer === null || over.has(answer.phase)) return answer?.applied ?? null;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}
