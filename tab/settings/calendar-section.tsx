import { Button, Field, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CalendarSettingAnswer } from "../../src/contracts/calendar-setting-contract";
import { nations } from "../../src/domain/check-in/bank-holiday";
import { leastBudget, mostBudget } from "../../src/domain/check-in/calendar-setting";
import { areSoundHours } from "../../src/domain/check-in/good-time";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { WeekHoursField } from "../shell/week-hours-field";
import { ClosedDays } from "./closed-days";
import { Origin, SettingSection } from "./setting-section";
import { type CalendarBody, useCalendarSetting, useChangeCalendar } from "./use-settings";

const useStyles = makeStyles({
  form: { display: "grid", rowGap: tokens.spacingVerticalL, minWidth: 0 },
  narrow: { maxWidth: "320px" },
  control: { minWidth: 0, width: "100%", "> select": { minWidth: 0, width: "100%" } },
  reason: { maxWidth: "480px" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  quiet: { display: "block", color: tokens.colorNeutralForeground2, maxWidth: "70ch" },
});

/** When the bot writes to people, and how often at most. */
export function CalendarSection() {
  const text = useText();
  const calendar = useCalendarSetting();
  return (
    <SettingSection title={text("setting.calendar.title")} text={text("setting.calendar.text")}>
      {calendar.isPending && <LoadingState rows={3} />}
      {calendar.isError && <ErrorState problem={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.data && <CalendarForm calendar={calendar.data} />}
    </SettingSection>
  );
}

type Typed = Omit<CalendarBody, "reason" | "messageBudget"> & { readonly messageBudget: string };

function CalendarForm({ calendar }: { readonly calendar: CalendarSettingAnswer }) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const readOnly = !can["setting.change"];
  const [typed, setTyped] = useState<Partial<Typed>>({});
  const [reason, setReason] = useState("");
  const save = useChangeCalendar();
  const { hours, nation, closedDays } = { ...calendar, ...typed };
  const budget = typed.messageBudget ?? String(calendar.messageBudget);
  const messageBudget = Number(budget);
  const sound =
    areSoundHours(hours) &&
    Number.isInteger(messageBudget) &&
    messageBudget >= leastBudget &&
    messageBudget <= mostBudget;
  const unchanged = Object.keys(typed).length === 0;
  const submit = () => {
    if (unchanged || !sound || save.isPending) return;
    const why = reason.trim() === "" ? {} : { reason: reason.trim() };
    const forget = () => {
      setTyped({});
      setReason("");
    };
    save.mutate({ hours, nation, closedDays, messageBudget, ...why }, { onSuccess: forget });
  };
  const change = (changed: Partial<Typed>) => setTyped((before) => ({ ...before, ...changed }));
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        <Origin setting={calendar} />
        <NextGoodTime calendar={calendar} />
      </div>
      {save.error !== null && <ProblemMessage title={text("setting.failed")} problem={save.error} />}
      <WeekHoursField
        label={text("setting.calendar.hours")}
        hours={hours}
        readOnly={readOnly}
        onChange={({ days, from, until }) => change({ hours: { days: [...days], from, until } })}
      />
      <Field className={styles.narrow} label={text("setting.calendar.nation")}>
        <Select
          className={styles.control}
          value={nation ?? ""}
          disabled={readOnly}
          onChange={(_, { value }) => change({ nation: nations.find((each) => each === value) ?? null })}
        >
          {nations.map((each) => (
            <option key={each} value={each}>
              {text(`setting.calendar.${each}`)}
            </option>
          ))}
          <option value="">{text("setting.calendar.noNation")}</option>
        </Select>
      </Field>
      <ClosedDays
        days={closedDays}
        readOnly={readOnly}
        onChange={(days) => change({ closedDays: [...days] })}
      />
      <Field
        className={styles.narrow}
        label={text("setting.calendar.budget")}
        hint={text("setting.calendar.budgetHint")}
      >
        <Input
          className={styles.control}
          type="number"
          min={leastBudget}
          max={mostBudget}
          readOnly={readOnly}
          value={budget}
          onChange={(_, { value }) => change({ messageBudget: value })}
        />
      </Field>
      {!readOnly && (
        <>
          <Field className={styles.reason} label={text("setting.calendar.reason")}>
            <Input maxLength={500} value={reason} onChange={(_, { value }) => setReason(value)} />
          </Field>
          <div className={styles.actions}>
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={unchanged || !sound || save.isPending}
            >
              {text("setting.calendar.save")}
            </Button>
            <Text role="status">{save.data && unchanged ? text("setting.calendar.saved") : ""}</Text>
          </div>
        </>
      )}
    </form>
  );
}

function NextGoodTime({ calendar }: { readonly calendar: CalendarSettingAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { goodTimeNow, nextGoodTime, bankHolidays, bankHolidaysKnownUntil, nation } = calendar;
  const [next] = bankHolidays;
  return (
    <Text className={styles.quiet}>
      {goodTimeNow
        ? text("setting.calendar.now")
        : text("setting.calendar.next", { when: format.dateTime(nextGoodTime) })}{" "}
      {next !== undefined &&
        text("setting.calendar.holiday", { name: next.name, date: format.date(next.day) })}{" "}
      {nation !== null &&
        bankHolidaysKnownUntil !== null &&
        text("setting.calendar.knownUntil", { date: format.date(bankHolidaysKnownUntil) })}
    </Text>
  );
}
