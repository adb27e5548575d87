import { Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { deviceStatuses, deviceTypes } from "../../../src/domain/device";
import { usualLabel } from "../../../src/domain/device-label";
import { useText } from "../../language/use-text";
import { LabelSelect } from "../label-select";
import { TeamPicker } from "../team-picker";
import { useLabelTable } from "../use-labels";
import { type DeviceDraft, type DraftField, problemsOf, withLabel, withStatus } from "./device-draft";

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(220px, 100%), 1fr))",
    alignItems: "start",
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    minWidth: 0,
  },
  control: { minWidth: 0, width: "100%" },
  whole: { gridColumn: "1 / -1" },
  currency: { width: "5em", minWidth: 0 },
  cost: { display: "flex", columnGap: tokens.spacingHorizontalS },
  amount: { flexGrow: 1, minWidth: 0 },
});

export interface DeviceFormProps {
  readonly draft: DeviceDraft;
  readonly onChange: (draft: DeviceDraft) => void;
  /** Problems are told once somebody tried to save, not while they are still typing. */
  readonly tellProblems: boolean;
}

/** Every field that a person may set, the same for a new device and for a change. */
export function DeviceForm(props: DeviceFormProps) {
  const text = useText();
  const styles = useStyles();
  return (
    <div className={styles.grid}>
      <TextField {...props} field="assetTag" longest={200} required />
      <TypeField {...props} />
      <LabelField {...props} />
      <StatusField {...props} />
      <Field label={text("device.field.teamId")} className={styles.whole}>
        <TeamPicker
          className={styles.control}
          placeholder={text("inventory.noTeam")}
          value={props.draft.teamId === "" ? null : props.draft.teamId}
          onChange={(teamId) => props.onChange({ ...props.draft, teamId: teamId ?? "" })}
        />
      </Field>
      <TextField {...props} field="manufacturer" longest={200} />
      <TextField {...props} field="model" longest={200} />
      <TextField {...props} field="serial" longest={200} />
      <CostField {...props} />
      <TextField {...props} field="os" longest={100} />
      <TextField {...props} field="osVersion" longest={100} />
      <TextField {...props} field="purchaseDate" type="date" />
      <TextField {...props} field="warrantyEnd" type="date" />
      <Field label={text("device.field.notes")} className={styles.whole}>
        <Textarea
          resize="vertical"
          maxLength={4000}
          value={props.draft.notes}
          onChange={(_, { value }) => props.onChange({ ...props.draft, notes: value })}
        />
      </Field>
    </div>
  );
}

type PlainField = Exclude<
  DraftField,
  "type" | "status" | "label" | "teamId" | "amount" | "currency" | "notes"
>;

interface TextFieldProps extends DeviceFormProps {
  readonly field: PlainField;
  readonly type?: "text" | "date";
  readonly longest?: number;
  readonly required?: boolean;
}

function TextField({ draft, onChange, tellProblems, field, type, longest, required }: TextFieldProps) {
  const text = useText();
  const styles = useStyles();
  const problem = useProblem({ draft, tellProblems }, field);
  return (
    <Field label={text(`device.field.${field}`)} required={required === true} {...problem}>
      <Input
        className={styles.control}
        type={type ?? "text"}
        value={draft[field]}
        {...(longest === undefined ? {} : { maxLength: longest })}
        onChange={(_, { value }) => onChange({ ...draft, [field]: value })}
      />
    </Field>
  );
}

function TypeField({ draft, onChange }: DeviceFormProps) {
  const text = useText();
  const choose = (value: string) =>
    onChange({ ...draft, type: deviceTypes.find((type) => type === value) ?? draft.type });
  return (
    <Field label={text("device.field.type")} required>
      <Select value={draft.type} onChange={(_, { value }) => choose(value)}>
        {deviceTypes.map((type) => (
          <option key={type} value={type}>
            {text(`device.type.${type}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function StatusField({ draft, onChange }: DeviceFormProps) {
  const text = useText();
  const table = useLabelTable();
  const choose = (value: string) => {
    const status = deviceStatuses.find((each) => each === value) ?? draft.status;
    onChange(withStatus(draft, status, table));
  };
  return (
    <Field label={text("device.field.status")}>
      <Select value={draft.status} onChange={(_, { value }) => choose(value)}>
        {deviceStatuses.map((status) => (
          <option key={status} value={status}>
            {text(`device.status.${status}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function LabelField({ draft, onChange }: DeviceFormProps) {
  const text = useText();
  const table = useLabelTable();
  return (
    <Field label={text("device.field.label")} hint={text("inventory.labelHint")}>
      <LabelSelect
        value={draft.label || usualLabel(table, draft.status)}
        onChange={(label) => onChange(withLabel(draft, label, table))}
      />
    </Field>
  );
}

function CostField({ draft, onChange, tellProblems }: DeviceFormProps) {
  const text = useText();
  const styles = useStyles();
  const amount = useProblem({ draft, tellProblems }, "amount");
  const currency = useProblem({ draft, tellProblems }, "currency");
  return (
    <div className={styles.cost}>
      <Field className={styles.amount} label={text("device.field.cost")} {...amount}>
        <Input
          className={styles.control}
          inputMode="decimal"
          value={draft.amount}
          onChange={(_, { value }) => onChange({ ...draft, amount: value })}
        />
      </Field>
      <Field label={text("inventory.currency")} {...currency}>
        <Input
          className={styles.currency}
          maxLength={3}
          value={draft.currency}
          onChange={(_, { value }) => onChange({ ...draft, currency: value.toUpperCase() })}
        />
      </Field>
    </div>
  );
}

function useProblem(
  { draft, tellProblems }: Pick<DeviceFormProps, "draft" | "tellProblems">,
  field: DraftField,
) {
  const text = useText();
  const problem = tellProblems ? problemsOf(draft)[field] : undefined;
  if (problem === undefined) return {};
  return { validationState: "error", validationMessage: text(`inventory.${problem}`) } as const;
}
