import { Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { WeekHours } from "../../src/domain/check-in/good-time";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  root: {
    border: "none",
    padding: 0,
    margin: 0,
    minWidth: 0,
    display: "grid",
    rowGap: tokens.spacingVerticalS,
  },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300 },
  days: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  times: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  time: { minWidth: 0, width: "140px" },
});

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface Props {
  readonly label: string;
  readonly hours: WeekHours;
  readonly readOnly?: boolean;
  readonly onChange: (hours: WeekHours) => void;
}

/** Days of the week and the hours on them. */
export function WeekHoursField({ label, hours, readOnly = false, onChange }: Props) {
  const styles = useStyles();
  const text = useText();
  const tick = (day: number, ticked: boolean) => {
    const others = hours.days.filter((each) => each !== day);
    onChange({ ...hours, days: ticked ? [...others, day].sort((a, b) => a - b) : others });
  };
  return (
    <fieldset className={styles.root}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.days}>
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            label={text(`common.weekday.${day}`)}
            checked={hours.days.includes(day)}
            disabled={readOnly}
            onChange={(_, { checked }) => tick(day, checked === true)}
          />
        ))}
      </div>
      <div className={styles.times}>
        <Field label={text("common.hoursFrom")}>
          <Input
            className={styles.time}
            type="time"
            value={hours.from}
            readOnly={readOnly}
            onChange={(_, { value }) => onChange({ ...hours, from: value })}
          />
        </Field>
        <Field label={text("common.hoursUntil")}>
          <Input
            className={styles.time}
            type="time"
            // Clocks show the end of the day as its beginning.
            value={hours.until === "24:00" ? "00:00" : hours.until}
            readOnly={readOnly}
            onChange={(_, { value }) => onChange({ ...hours, until: value === "00:00" ? "24:00" : value })}
          />
        </Field>
      </div>
    </fieldset>
  );
}
