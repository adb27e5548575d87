import {
  Button,
  Field,
  makeStyles,
  Select,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import type { ImportAnswer } from "../../src/contracts/import-contract";
import { deviceStatuses } from "../../src/domain/device";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import type { ImportChoice, ImportRun } from "./use-import";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    alignItems: "flex-start",
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  labels: {
    display: "grid",
    width: "100%",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(220px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  field: { minWidth: 0, overflowWrap: "anywhere" },
});

interface Props {
  readonly answer: ImportAnswer;
  readonly run: ImportRun;
}

interface AskedLabel {
  readonly label: string;
  /** Null where it has been said what it stands for. */
  readonly rows: number | null;
}

/** Labels that the council does not have yet; once it is said what they stand for they join its own. */
export function LabelsStep({ answer, run }: Props) {
  const { labels } = run.choice;
  const asked: AskedLabel[] = [
    ...Object.keys(labels).map((label) => ({ label, rows: null })),
    ...(answer.unknownLabels ?? []).filter(({ label }) => !Object.hasOwn(labels, label)),
  ];
  return asked.length === 0 ? null : <AskedLabels asked={asked} run={run} />;
}

function AskedLabels({ asked, run }: { readonly asked: readonly AskedLabel[]; readonly run: ImportRun }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [said, setSaid] = useState<ImportChoice["labels"]>(run.choice.labels);
  const hintOf = (rows: number | null) =>
    rows === null
      ? text("import.labelNew")
      : text("import.labelRows", { count: rows, total: format.number(rows) });
  const choose = (label: string, value: string) => {
    const { [label]: _before, ...others } = said;
    const status = deviceStatuses.find((one) => one === value);
    setSaid(status === undefined ? others : { ...others, [label]: status });
  };
  return (
    <section className={styles.root} aria-label={text("import.labelsTitle")}>
      <h3 className={styles.title}>{text("import.labelsTitle")}</h3>
      <Text size={200}>{text("import.labelsText")}</Text>
      <div className={styles.labels}>
        {asked.map(({ label, rows }) => (
          <Field
            key={label}
            className={styles.field}
            label={text("import.labelMeans", { label })}
            hint={hintOf(rows)}
          >
            <Select value={said[label] ?? ""} onChange={(_, { value }) => choose(label, value)}>
              <option value="">{text("import.labelUnsaid")}</option>
              {deviceStatuses.map((status) => (
                <option key={status} value={status}>
                  {text(`device.status.${status}`)}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      <Button
        disabledFocusable={run.preview.isPending}
        onClick={() => !run.preview.isPending && run.mapLabels(said)}
      >
        {text("import.labelsApply")}
      </Button>
    </section>
  );
}
