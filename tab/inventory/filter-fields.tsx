import { Checkbox, Select } from "@fluentui/react-components";
import { acceptances } from "../../src/domain/acceptance";
import { deviceStatuses, deviceTypes } from "../../src/domain/device";
import { disposalMethods } from "../../src/domain/disposal-method";
import { osSupports } from "../../src/domain/lifecycle/os-support";
import { replacements } from "../../src/domain/lifecycle/replacement";
import { useText } from "../language/use-text";
import { LabelSelect } from "./label-select";
import type { ListView } from "./list-view";

export interface FilterProps {
  readonly view: ListView;
  readonly onChange: (change: Partial<ListView>) => void;
  readonly className?: string | undefined;
}

export function StatusFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  return (
    <Choice
      className={className}
      label={text("inventory.column.status")}
      any={text("inventory.anyStatus")}
      values={deviceStatuses}
      word={(status) => text(`device.status.${status}`)}
      value={view.status}
      onChange={(status) => onChange({ status })}
    />
  );
}

export function LabelFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  return (
    <LabelSelect
      className={className}
      retired
      empty={text("inventory.anyLabel")}
      value={view.label ?? ""}
      onChange={(label) => onChange({ label: label || null })}
    />
  );
}

export function TypeFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  return (
    <Choice
      className={className}
      label={text("inventory.column.type")}
      any={text("inventory.anyType")}
      values={deviceTypes}
      word={(type) => text(`device.type.${type}`)}
      value={view.type}
      onChange={(type) => onChange({ type })}
    />
  );
}

export function AcceptanceFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  return (
    <Choice
      className={className}
      label={text("device.field.acceptance")}
      any={text("inventory.anyAcceptance")}
      values={acceptances}
      word={(acceptance) => text(`device.acceptance.${acceptance}`)}
      value={view.acceptance}
      onChange={(acceptance) => onChange({ acceptance })}
    />
  );
}

export function DisposalFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  return (
    <Choice
      className={className}
      label={text("inventory.sectionDisposal")}
      any={text("inventory.anyDisposal")}
      values={disposalMethods}
      word={(method) => text(`device.disposal.${method}`)}
      value={view.disposal}
      onChange={(disposal) => onChange({ disposal })}
    />
  );
}

export function ArchivedFilter({ view, onChange }: FilterProps) {
  const text = useText();
  return (
    <Checkbox
      label={text("inventory.withoutArchived")}
      checked={view.archived === "false"}
      onChange={(_, { checked }) => onChange({ archived: checked === true ? "false" : null })}
    />
  );
}

export function OsSupportFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  return (
    <Choice
      className={className}
      label={text("device.field.osSupport")}
      any={text("inventory.anyOsSupport")}
      values={osSupports}
      word={(state) => text(`device.osSupport.${state}`)}
      value={view.osSupport}
      onChange={(osSupport) => onChange({ osSupport })}
    />
  );
}

export function ReplacementFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  return (
    <Choice
      className={className}
      label={text("device.field.replacement")}
      any={text("inventory.anyReplacement")}
      values={replacements}
      word={(state) => text(`device.replacement.${state}`)}
      value={view.replacement}
      onChange={(replacement) => onChange({ replacement })}
    />
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly any: string;
  readonly values: readonly T[];
  readonly word: (value: T) => string;
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly className?: string | undefined;
}

/** One of a few values, or any. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, any, values, word, value, onChange, className } = props;
  return (
    <Select
      {...(className === undefined ? {} : { className })}
      aria-label={label}
      value={value ?? ""}
      onChange={(_, data) => onChange(values.find((each) => each === data.value) ?? null)}
    >
      <option value="">{any}</option>
      {values.map((each) => (
        <option key={each} value={each}>
          {word(each)}
        </option>
      ))}
    </Select>
  );
}
