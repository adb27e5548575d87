import { Button, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { SurveyItemAnswer } from "../../src/contracts/survey-contract";
import { longestComment } from "../../src/domain/survey/response";
import { type AnswerValue, answerValues } from "../../src/domain/survey/scale";
import { useLanguage, useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { narrow } from "../shell/theme";
import type { ResponseInput } from "./use-surveys";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalL },
  item: { paddingBottom: tokens.spacingVerticalM, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  choices: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    [narrow]: { flexDirection: "column" },
  },
  foot: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

export type Answers = Readonly<Record<string, AnswerValue>>;

interface Props {
  readonly items: readonly SurveyItemAnswer[];
  readonly comments: boolean;
  readonly before: { readonly answers: Answers; readonly comment: string } | null;
  readonly sending: boolean;
  readonly problem: unknown;
  /** Null where it is only looked at. */
  readonly onSend: ((response: ResponseInput) => void) | null;
}

/** The statements of a survey with the same choices as the card in Teams. */
export function SurveyAnswerForm({ items, comments, before, sending, problem, onSend }: Props) {
  const styles = useStyles();
  const text = useText();
  const [answers, setAnswers] = useState<Answers>(before?.answers ?? {});
  const [comment, setComment] = useState(before?.comment ?? "");
  const [tried, setTried] = useState(false);
  const missing = items.some(({ id }) => answers[id] === undefined);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || sending || onSend === null) return;
    const said = items.map(({ id }) => ({ itemId: id, value: answers[id] ?? "prefer-not" }));
    onSend({ answers: said, ...(comments && { comment: comment.trim() || null }) });
  };
  return (
    <form className={styles.root} onSubmit={send} noValidate>
      {items.map((item) => (
        <Statement
          key={item.id}
          item={item}
          value={answers[item.id]}
          missing={tried && answers[item.id] === undefined}
          onChange={(value) => setAnswers((all) => ({ ...all, [item.id]: value }))}
        />
      ))}
      {comments && (
        <Field label={text("survey.comment")} hint={text("survey.commentHint")}>
          <Textarea
            value={comment}
            maxLength={longestComment}
            resize="vertical"
            onChange={(_, { value }) => setComment(value)}
          />
        </Field>
      )}
      {tried && missing && (
        <Field validationState="error" validationMessage={text("confidence.mine.missing")} role="alert" />
      )}
      {problem !== null && <ProblemMessage problem={problem} title={text("confidence.mine.failed")} />}
      {onSend !== null && (
        <div className={styles.foot}>
          <Button type="submit" appearance="primary" disabledFocusable={sending}>
            {text(sending ? "confidence.mine.sending" : "confidence.mine.send")}
          </Button>
        </div>
      )}
    </form>
  );
}

interface StatementProps {
  readonly item: SurveyItemAnswer;
  readonly value: AnswerValue | undefined;
  readonly missing: boolean;
  readonly onChange: (value: AnswerValue) => void;
}

function Statement({ item, value, missing, onChange }: StatementProps) {
  const styles = useStyles();
  const text = useText();
  const words = useStatementWords();
  return (
    <Field
      className={styles.item}
      label={words(item)}
      {...(missing && { validationMessage: text("survey.chooseMissing") })}
    >
      <RadioGroup
        className={styles.choices}
        layout="horizontal"
        value={value ?? ""}
        onChange={(_, data) => {
          const chosen = answerValues.find((one) => one === data.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {answerValues.map((one) => (
          <Radio key={one} value={one} label={text(`survey.value.${one}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** A statement in the reader's language, as far as somebody wrote it. */
export function useStatementWords(): (item: Pick<SurveyItemAnswer, "text">) => string {
  const language = useLanguage();
  return ({ text }) => (language === "cy" ? text.cy : null) ?? text.en;
}
