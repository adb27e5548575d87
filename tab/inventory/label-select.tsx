import { Select } from "@fluentui/react-components";
import { deviceStatuses } from "../../src/domain/device";
import { labelNamed } from "../../src/domain/device-label";
import { useText } from "../language/use-text";
import { useLabelTable } from "./use-labels";

interface LabelSelectProps {
  readonly value: string;
  readonly onChange: (label: string) => void;
  /** What it says while no label is chosen. */
  readonly empty?: string;
  readonly className?: string | undefined;
  /** Offers those out of use too, for finding the devices that carry them still. */
  readonly retired?: boolean;
}

/** The council's labels in use, by the status that they stand for; one that a device has already stays in it. */
export function LabelSelect({ value, onChange, empty, className, retired = false }: LabelSelectProps) {
  const text = useText();
  const table = useLabelTable();
  const known = labelNamed(table, value);
  const offered = table.labels.filter((label) => retired || !label.retired || label === known);
  return (
    <Select
      {...(className === undefined ? {} : { className })}
      value={known?.name ?? value}
      onChange={(_, data) => onChange(data.value)}
    >
      {empty !== undefined && <option value="">{empty}</option>}
      {value !== "" && known === null && <option value={value}>{value}</option>}
      {deviceStatuses.map((status) => (
        <optgroup key={status} label={text(`device.status.${status}`)}>
          {offered
            .filter((label) => label.status === status)
            .map(({ id, name }) => (
              <option key={id} value={name}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}
