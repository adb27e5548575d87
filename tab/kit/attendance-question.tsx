import { Button, Field, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { MyCheckInAnswer } from "../../src/contracts/my-contract";
import { type AttendanceAnswer, attendanceAnswers } from "../../src/domain/rollout/attendance-answer";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { useAnswerMyCheckIn } from "./use-my-kit";

interface Props {
  readonly deliveryId: string;
  readonly session: NonNullable<MyCheckInAnswer["session"]>;
  readonly onAnswered: () => void;
}

/** Were you at the training? */
export function AttendanceQuestion({ deliveryId, session, onAnswered }: Props) {
  const text = useText();
  const format = useFormat();
  const answer = useAnswerMyCheckIn(deliveryId);
  const [said, setSaid] = useState<AttendanceAnswer | null>(null);
  const [tried, setTried] = useState(false);
  if (answer.isSuccess) {
    const stays = answer.data.written === false;
    return <Text role="status">{text(stays ? "attendanceAsked.kept" : "attendanceAsked.thanks")}</Text>;
  }
  const send = () => {
    setTried(true);
    if (said !== null && !answer.isPending) answer.mutate({ attended: said }, { onSuccess: onAnswered });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Text>{text("attendanceAsked.when", { when: format.dateTime(session.startsAt) })}</Text>
      <Field
        label={text("attendanceAsked.question")}
        validationMessage={tried && said === null ? text("attendanceAsked.required") : null}
        required
      >
        <RadioGroup
          value={said ?? ""}
          onChange={(_, { value }) => setSaid(attendanceAnswers.find((each) => each === value) ?? null)}
        >
          {attendanceAnswers.map((each) => (
            <Radio key={each} value={each} label={text(`attendanceAsked.choice.${each}`)} />
          ))}
        </RadioGroup>
      </Field>
      {answer.error !== null && (
        <ProblemMessage title={text("attendanceAsked.failed")} problem={answer.error} />
      )}
      <Button type="submit" appearance="primary" disabledFocusable={answer.isPending}>
        {text("attendanceAsked.send")}
      </Button>
    </form>
  );
}
