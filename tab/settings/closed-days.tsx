import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { mostClosedDays } from "../../src/domain/check-in/calendar-setting";
import { isDay } from "../../src/domain/instant";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalS, minWidth: 0 },
  add: { display: "flex", flexWrap: "wrap", alignItems: "flex-end", gap: tokens.spacingHorizontalS },
  day: { minWidth: 0, width: "180px" },
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly days: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (days: readonly string[]) => void;
}

/** Further days on which the council writes to nobody. */
export function ClosedDays({ days, readOnly, onChange }: Props) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const canAdd = isDay(typed) && !days.includes(typed) && days.length < mostClosedDays;
  const add = () => {
    if (!canAdd) return;
    onChange([...days, typed].sort());
    setTyped("");
  };
  return (
    <div className={styles.root}>
      {readOnly ? (
        <Text weight="semibold">{text("setting.calendar.closed")}</Text>
      ) : (
        <div className={styles.add}>
          <Field label={text("setting.calendar.closed")} hint={text("setting.calendar.closedHint")}>
            <Input
              className={styles.day}
              type="date"
              value={typed}
              onChange={(_, { value }) => setTyped(value)}
            />
          </Field>
          <Button disabledFocusable={!canAdd} onClick={add}>
            {text("setting.calendar.addDay")}
          </Button>
        </div>
      )}
      {days.length === 0 ? (
        <Text className={styles.quiet}>{text("setting.calendar.noClosed")}</Text>
      ) : (
        <ul className={styles.list}>
          {days.map((day) => (
            <li key={day}>
              {readOnly ? (
                <Text>{format.date(day)}</Text>
              ) : (
                <Button
                  size="small"
                  icon={<DismissRegular />}
                  iconPosition="after"
                  aria-label={text("setting.calendar.removeDay", { date: format.date(day) })}
                  onClick={() => onChange(days.filter((each) => each !== day))}
                >
                  {format.date(day)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
