import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { importKinds, importSources } from "../../src/domain/import/import";
import { useText } from "../language/use-text";
import { FilePicker } from "./file-picker";
import type { ImportRun } from "./use-import";

const useStyles = makeStyles({
  choices: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
});

export function ImportForm({ run }: { readonly run: ImportRun }) {
  const text = useText();
  const styles = useStyles();
  const { choice, choose } = run;
  const sources = ["auto", ...importSources] as const;
  return (
    <>
      <div className={styles.choices}>
        <Field label={text("import.kind")}>
          <Select
            value={choice.kind}
            onChange={(_, { value }) =>
              choose({ kind: importKinds.find((kind) => kind === value) ?? "devices" })
            }
          >
            {importKinds.map((kind) => (
              <option key={kind} value={kind}>
                {text(`import.kind.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={text("import.source")}>
          <Select
            value={choice.source}
            onChange={(_, { value }) =>
              choose({ source: sources.find((source) => source === value) ?? "auto" })
            }
          >
            {sources.map((source) => (
              <option key={source} value={source}>
                {text(`import.source.${source}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <FilePicker run={run} />
    </>
  );
}
