import {
  Button,
  Field,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { KitDeviceAnswer } from "../../src/contracts/my-contract";
import { type KitAnswer, kitAnswers, longestUnlisted } from "../../src/domain/kit-answer";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { narrow } from "../shell/theme";
import { deviceName } from "./device-name";
import type { KitReportInput } from "./use-my-kit";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalL },
  device: { paddingBottom: tokens.spacingVerticalM, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  choices: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    [narrow]: { flexDirection: "column" },
  },
  foot: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly devices: readonly KitDeviceAnswer[];
  readonly sending: boolean;
  readonly problem: unknown;
  readonly onSend: (report: KitReportInput) => void;
}

/** The same questions as the card in Teams: each device, and what is not listed. */
export function KitAnswerForm({ devices, sending, problem, onSend }: Props) {
  const styles = useStyles();
  const text = useText();
  const [answers, setAnswers] = useState<Readonly<Record<string, KitAnswer>>>({});
  const [unlisted, setUnlisted] = useState("");
  const [tried, setTried] = useState(false);
  const empty = devices.length > 0 && Object.keys(answers).length === 0 && unlisted.trim() === "";
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!empty) onSend({ answers, unlisted: unlisted.trim() === "" ? null : unlisted.trim() });
  };
  return (
    <form className={styles.root} onSubmit={send} noValidate>
      {devices.length === 0 && <Text>{text("kit.form.nothing")}</Text>}
      {devices.map((device) => (
        <DeviceChoice
          key={device.id}
          device={device}
          value={answers[device.id]}
          onChange={(answer) => setAnswers((before) => ({ ...before, [device.id]: answer }))}
        />
      ))}
      <Field label={text("kit.unlisted")} hint={text("kit.unlistedHint")}>
        <Textarea
          value={unlisted}
          maxLength={longestUnlisted}
          resize="vertical"
          onChange={(_, { value }) => setUnlisted(value)}
        />
      </Field>
      {tried && empty && (
        <Field validationState="error" validationMessage={text("kit.form.empty")} role="alert" />
      )}
      {problem !== null && <ProblemMessage problem={problem} title={text("kit.form.failed")} />}
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabledFocusable={sending}>
          {text(sending ? "kit.form.sending" : "kit.form.send")}
        </Button>
        <Text size={200} className={styles.quiet}>
          {text("kit.seenByIt")}
        </Text>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly device: KitDeviceAnswer;
  readonly value: KitAnswer | undefined;
  readonly onChange: (answer: KitAnswer) => void;
}

function DeviceChoice({ device, value, onChange }: ChoiceProps) {
  const styles = useStyles();
  const text = useText();
  const label = text("kit.form.device", { name: deviceName(device, text), assetTag: device.assetTag });
  const answerOf = (chosen: string) => kitAnswers.find((answer) => answer === chosen);
  return (
    <Field className={styles.device} label={label}>
      <RadioGroup
        className={styles.choices}
        layout="horizontal"
        value={value ?? ""}
        onChange={(_, data) => {
          const answer = answerOf(data.value);
          if (answer !== undefined) onChange(answer);
        }}
      >
        {kitAnswers.map((answer) => (
          <Radio key={answer} value={answer} label={text(`kit.answer.${answer}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}
