import { Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { deviceStatuses } from "../../../src/domain/device";
import { useText } from "../../language/use-text";
import { LabelSelect } from "../label-select";
import { useTeamOptions } from "../use-teams";
import type { BulkDraft } from "./bulk-draft";

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
});

interface BulkFieldsProps {
  readonly draft: BulkDraft;
  readonly onChange: (draft: BulkDraft) => void;
}

/** What may be made the same for many devices at once. */
export function BulkFields({ draft, onChange }: BulkFieldsProps) {
  const text = useText();
  const styles = useStyles();
  const { options } = useTeamOptions();
  const set = (change: Partial<BulkDraft>) => onChange({ ...draft, ...change });
  const plain = (field: "osVersion" | "purchaseDate" | "warrantyEnd") => (
    <Field label={text(`device.field.${field}`)}>
      <Input
        className={styles.control}
        type={field === "purchaseDate" || field === "warrantyEnd" ? "date" : "text"}
        maxLength={100}
        placeholder={text("bulk.leave")}
        value={draft[field]}
        onChange={(_, { value }) => set({ [field]: value })}
      />
    </Field>
  );
  return (
    <div className={styles.grid}>
      <Field label={text("device.field.status")}>
        <Select
          className={styles.control}
          value={draft.status}
          onChange={(_, { value }) => set({ status: deviceStatuses.find((each) => each === value) ?? "" })}
        >
          <option value="">{text("bulk.leave")}</option>
          {deviceStatuses.map((status) => (
            <option key={status} value={status}>
              {text(`device.status.${status}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text("device.field.label")}>
        <LabelSelect
          className={styles.control}
          empty={text("bulk.leave")}
          value={draft.label}
          onChange={(label) => set({ label })}
        />
      </Field>
      <Field label={text("device.field.teamId")} className={styles.whole}>
        <Select
          className={styles.control}
          value={draft.team}
          onChange={(_, { value }) => set({ team: value })}
        >
          <option value="">{text("bulk.leave")}</option>
          <option value="none">{text("bulk.noTeam")}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {plain("purchaseDate")}
      {plain("warrantyEnd")}
      {plain("osVersion")}
      <Checkbox
        label={text("bulk.toStock")}
        checked={draft.takeBack}
        onChange={(_, { checked }) => set({ takeBack: checked === true })}
      />
      <Field label={text("bulk.reason")} hint={text("bulk.reasonHint")} className={styles.whole}>
        <Input maxLength={500} value={draft.reason} onChange={(_, { value }) => set({ reason: value })} />
      </Field>
    </div>
  );
}
