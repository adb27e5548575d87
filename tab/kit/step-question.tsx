import { Button, Field, Radio, RadioGroup, Text, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { useAnswerMyCheckIn } from "./use-my-kit";

interface Props {
  readonly deliveryId: string;
  readonly onAnswered: () => void;
}

type Word = "yes" | "no" | "";

/** Do you have it? Does it work? What stops you? */
export function StepQuestion({ deliveryId, onAnswered }: Props) {
  const text = useText();
  const answer = useAnswerMyCheckIn(deliveryId);
  const [has, setHas] = useState<Word>("");
  const [works, setWorks] = useState<Word>("");
  const [stops, setStops] = useState("");
  const [tried, setTried] = useState(false);
  if (answer.isSuccess) return <Text role="status">{text("kit.step.thanks")}</Text>;
  const send = () => {
    setTried(true);
    if (has === "" || answer.isPending) return;
    const said = has === "yes" && works !== "" ? { works: works === "yes" } : {};
    const words = stops.trim() === "" ? {} : { stops: stops.trim() };
    answer.mutate({ has: has === "yes", ...said, ...words }, { onSuccess: onAnswered });
  };
  const yesNo = (
    <>
      <Radio value="yes" label={text("kit.step.yes")} />
      <Radio value="no" label={text("kit.step.no")} />
    </>
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        label={text("kit.step.has")}
        validationMessage={tried && has === "" ? text("kit.step.hasMissing") : null}
        required
      >
        <RadioGroup layout="horizontal" value={has} onChange={(_, { value }) => setHas(value as Word)}>
          {yesNo}
        </RadioGroup>
      </Field>
      {has === "yes" && (
        <Field label={text("kit.step.works")}>
          <RadioGroup layout="horizontal" value={works} onChange={(_, { value }) => setWorks(value as Word)}>
            {yesNo}
          </RadioGroup>
        </Field>
      )}
      <Field label={text("kit.step.stops")} hint={text("kit.step.stopsHint")}>
        <Textarea value={stops} maxLength={500} onChange={(_, { value }) => setStops(value)} />
      </Field>
      {answer.error !== null && <ProblemMessage title={text("kit.step.failed")} problem={answer.error} />}
      <Button type="submit" appearance="primary" disabledFocusable={answer.isPending}>
        {text("kit.step.send")}
      </Button>
    </form>
  );
}
