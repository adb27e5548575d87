import {
  Button,
  Field,
  makeStyles,
  Select,
  Spinner,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ImportColumnsAnswer, readImportColumns } from "../../src/contracts/import-contract";
import { ignoredField } from "../../src/domain/import/import";
import { call } from "../call";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { columnLabelsOf } from "./import-fields";
import type { ImportRun } from "./use-import";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    alignItems: "flex-start",
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  columns: {
    display: "grid",
    width: "100%",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(220px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  // A select is as wide as its longest option, unless its column may be narrower.
  field: { minWidth: 0, gridTemplateColumns: "minmax(0, 1fr)", overflowWrap: "anywhere" },
  warn: { color: tokens.colorPaletteRedForeground1 },
});

/** Columns that nobody has explained yet; open by itself when the file cannot be read without an explanation. */
export function ColumnsStep({ run }: { readonly run: ImportRun }) {
  const text = useText();
  const styles = useStyles();
  const stuck = run.preview.error !== null;
  const [opened, setOpened] = useState(false);
  const remembered = run.preview.data?.mappingRemembered === true;
  const open = opened || stuck;
  return (
    <div className={styles.root}>
      {remembered && !open && <Text size={200}>{text("import.columnsRemembered")}</Text>}
      {!stuck && (
        <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpened(!opened)}>
          {text(open ? "import.columnsHide" : "import.columnsChange")}
        </Button>
      )}
      {open && <Columns run={run} />}
    </div>
  );
}

function Columns({ run }: { readonly run: ImportRun }) {
  const text = useText();
  const { kind, source, file, mapping } = run.choice;
  const columns = useQuery({
    queryKey: ["import-columns", kind, source, file?.name, file?.size, mapping],
    queryFn: ({ signal }) => {
      const said = mapping === null ? {} : { mapping: JSON.stringify(mapping) };
      const input = { query: { kind, source, ...said }, ...(file && { body: file.bytes }) };
      return call(readImportColumns, input, { signal });
    },
    gcTime: 0,
  });
  // A file that is no table at all has been refused above already, in better words.
  if (columns.error !== null) {
    return run.preview.error === null ? (
      <ProblemMessage title={text("import.columnsFailed")} problem={columns.error} />
    ) : null;
  }
  if (columns.data === undefined) return <Spinner size="tiny" />;
  return <ColumnChoices run={run} answer={columns.data} />;
}

function ColumnChoices({ run, answer }: { readonly run: ImportRun; readonly answer: ImportColumnsAnswer }) {
  const text = useText();
  const styles = useStyles();
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const labels = columnLabelsOf(run.choice.kind);
  const nameOf = (field: string) => {
    const label = Object.hasOwn(labels, field) ? labels[field] : undefined;
    return label ? text(label) : field;
  };
  const missing = answer.missing.map((group) => group.map(nameOf).join(" / ")).join(", ");
  const fieldOf = (header: string, field: string | null) => said[header] ?? field ?? ignoredField;
  return (
    <section className={styles.root} aria-label={text("import.columnsTitle")}>
      <h3 className={styles.title}>{text("import.columnsTitle")}</h3>
      <Text size={200}>{text("import.columnsText")}</Text>
      {missing !== "" && (
        <Text size={200} className={styles.warn}>
          {text("import.columnsMissing", { fields: missing })}
        </Text>
      )}
      <div className={styles.columns}>
        {answer.columns.map(({ header, field, sample }) => (
          <Field
            key={header}
            className={styles.field}
            label={text("import.columnAs", { header })}
            hint={sample === null ? text("import.columnEmpty") : text("import.columnSample", { sample })}
          >
            <Select
              value={fieldOf(header, field)}
              onChange={(_, { value }) => setSaid({ ...said, [header]: value })}
            >
              <option value={ignoredField}>{text("import.columnIgnore")}</option>
              {answer.fields.map((one) => (
                <option key={one.field} value={one.field}>
                  {one.needed ? `${nameOf(one.field)} *` : nameOf(one.field)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <Button onClick={() => run.choose({ mapping: mappingFrom(answer, said) })}>
        {text("import.columnsApply")}
      </Button>
    </section>
  );
}

/** All that is on the screen, so that the same is remembered whatever Toolroll learns to recognise later. */
function mappingFrom({ columns }: ImportColumnsAnswer, said: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    columns.map(({ header, field }) => [header, said[header] ?? field ?? ignoredField]),
  );
}
