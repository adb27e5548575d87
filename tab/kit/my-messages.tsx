import {
  Button,
  Checkbox,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import type { MyContactAnswer } from "../../src/contracts/my-contract";
import { areSoundHours } from "../../src/domain/check-in/good-time";
import { messageTopics, topicsFor } from "../../src/domain/check-in/message-topic";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { WeekHoursField } from "../shell/week-hours-field";
import { useChangeMyContact, useMyContact } from "./use-my-kit";

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  text: { display: "block", color: tokens.colorNeutralForeground2, maxWidth: "70ch" },
  form: { display: "grid", rowGap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM, minWidth: 0 },
  group: { border: "none", padding: 0, margin: 0, minWidth: 0, display: "grid" },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300 },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
});

/** When and about what the bot may write to me; mine to decide. */
export function MyMessages() {
  const styles = useStyles();
  const text = useText();
  const contact = useMyContact();
  return (
    <section className={styles.section} aria-labelledby="my-messages">
      <h2 id="my-messages" className={styles.heading}>
        {text("kit.messages.title")}
      </h2>
      <Text className={styles.text}>
        {text("kit.messages.text")}{" "}
        {contact.data && text("kit.messages.budget", { count: contact.data.messageBudget })}
      </Text>
      {contact.data?.muted === true && <Text className={styles.text}>{text("kit.messages.muted")}</Text>}
      {contact.isPending && <LoadingState rows={2} />}
      {contact.isError && <ErrorState problem={contact.error} onRetry={() => void contact.refetch()} />}
      {contact.data && <ContactForm contact={contact.data} />}
    </section>
  );
}

type Typed = Partial<Pick<MyContactAnswer, "slot" | "stopped">>;

function ContactForm({ contact }: { readonly contact: MyContactAnswer }) {
  const styles = useStyles();
  const text = useText();
  const { can } = useMe();
  const save = useChangeMyContact();
  const [typed, setTyped] = useState<Typed>({});
  const { slot, stopped } = { ...contact, ...typed };
  const unchanged = Object.keys(typed).length === 0;
  const sound = slot === null || areSoundHours(slot);
  const submit = () => {
    if (unchanged || !sound || save.isPending) return;
    const body = { slot, stopped: messageTopics.filter((each) => stopped.includes(each)) };
    save.mutate(body, { onSuccess: () => setTyped({}) });
  };
  const change = (changed: Typed) => setTyped((before) => ({ ...before, ...changed }));
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {save.error !== null && <ProblemMessage title={text("kit.messages.failed")} problem={save.error} />}
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{text("kit.messages.about")}</legend>
        {topicsFor(can["finding.read"] === true, contact.stopped).map((topic) => (
          <Checkbox
            key={topic}
            label={text(`kit.messages.${topic}`)}
            checked={!stopped.includes(topic)}
            onChange={(_, { checked }) => {
              const others = stopped.filter((each) => each !== topic);
              change({ stopped: checked === true ? others : [...others, topic] });
            }}
          />
        ))}
      </fieldset>
      <Field label={text("kit.messages.when")}>
        <RadioGroup
          value={slot === null ? "council" : "own"}
          onChange={(_, { value }) => change({ slot: value === "own" ? contact.councilHours : null })}
        >
          <Radio
            value="council"
            label={text("kit.messages.council", {
              from: contact.councilHours.from,
              until: contact.councilHours.until,
            })}
          />
          <Radio value="own" label={text("kit.messages.own")} />
        </RadioGroup>
      </Field>
      {slot !== null && (
        <WeekHoursField
          label={text("kit.messages.ownHours")}
          hours={slot}
          onChange={({ days, from, until }) => change({ slot: { days: [...days], from, until } })}
        />
      )}
      <div className={styles.actions}>
        <Button type="submit" disabledFocusable={unchanged || !sound || save.isPending}>
          {text("kit.messages.save")}
        </Button>
        <Text role="status">{save.data && unchanged ? text("kit.messages.saved") : ""}</Text>
      </div>
    </form>
  );
}
