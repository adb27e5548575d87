import { Dropdown, makeStyles, Option } from "@fluentui/react-components";
import { deviceStatuses, deviceTypes } from "../../src/domain/device";
import { useText } from "../language/use-text";
import type { ListView } from "./list-view";
import { TeamPicker } from "./team-picker";

const useStyles = makeStyles({ field: { minWidth: 0 } });

export interface FilterProps {
  readonly view: ListView;
  readonly onChange: (change: Partial<ListView>) => void;
  readonly className?: string | undefined;
}

export function TeamFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  return (
    <TeamPicker
      className={className}
      label={text("inventory.column.team")}
      placeholder={text("inventory.anyTeam")}
      value={view.team}
      onChange={(team) => onChange({ team })}
    />
  );
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

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly any: string;
  readonly values: readonly T[];
  readonly word: (value: T) => string;
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly className?: string | undefined;
}

function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, any, values, word, value, onChange, className } = props;
  const styles = useStyles();
  return (
    <Dropdown
      className={className ?? styles.field}
      aria-label={label}
      value={value === null ? any : word(value)}
      selectedOptions={[value ?? ""]}
      onOptionSelect={(_, { optionValue }) =>
        onChange(values.find((candidate) => candidate === optionValue) ?? null)
      }
    >
      <Option value="">{any}</Option>
      {values.map((each) => (
        <Option key={each} value={each}>
          {word(each)}
        </Option>
      ))}
    </Dropdown>
  );
}
