import { Field, Select, Textarea } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ApplicationDetailAnswer, changeApplication } from "../../../src/contracts/application-contract";
import { type LegacyRisk, riskScores } from "../../../src/domain/application/legacy-risk";
import { call } from "../../call";
import { useText } from "../../language/use-text";
import { SmallDialog } from "../../shell/small-dialog";
import { takeApplication } from "../application-cache";

interface JudgeProps {
  readonly application: ApplicationDetailAnswer;
  readonly risk: LegacyRisk;
  readonly onClose: () => void;
}

/** A score of one's own against what the register says, with the reason; without one the register counts again. */
export function JudgeDialog({ application, risk, onClose }: JudgeProps) {
  const text = useText();
  const client = useQueryClient();
  const { [risk]: own, ...others } = application.riskOverrides;
  const [score, setScore] = useState(own === undefined ? "" : String(own.score));
  const [reason, setReason] = useState(own?.reason ?? "");
  const [tried, setTried] = useState(false);
  const chosen = riskScores.find((each) => String(each) === score);
  const unexplained = chosen !== undefined && reason.trim() === "";
  const save = useMutation({
    mutationFn: () => {
      const riskOverrides =
        chosen === undefined ? others : { ...others, [risk]: { score: chosen, reason: reason.trim() } };
      return call(changeApplication, {
        params: { id: application.id },
        body: { riskOverrides },
        etag: application.etag,
      });
    },
    onSuccess: async (saved) => {
      onClose();
      await takeApplication(client, saved);
    },
  });
  const submit = () => {
    setTried(true);
    if (!unexplained) save.mutate();
  };
  return (
    <SmallDialog
      title={text("application.judgeTitle", { code: risk, risk: text(`application.risk.${risk}`) })}
      problem={save.error}
      pending={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <Field label={text("application.judgeScore")}>
        <Select value={score} onChange={(_, { value }) => setScore(value)}>
          <option value="">{text("application.judgeNone")}</option>
          {riskScores.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={text("application.judgeReason")}
        required={chosen !== undefined}
        {...(tried &&
          unexplained && {
            validationState: "error" as const,
            validationMessage: text("application.reasonNeeded"),
          })}
      >
        <Textarea maxLength={1000} value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </SmallDialog>
  );
}
