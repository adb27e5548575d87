import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { WaveDetailsAnswer } from "../../src/contracts/wave-contract";
import { canLaunch, canPause, isUnderWay } from "../../src/domain/rollout/wave";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { keptSearch } from "../shell/kept-address";
import { ProblemMessage } from "../shell/problem-message";
import { DecisionDialog } from "./decision-dialog";
import { useGates, useRollBack, useStep } from "./use-rollouts";
import { WordsDialog } from "./words-dialog";

/** What can be done with a wave as it stands. */
export function WaveActions({ wave }: { readonly wave: WaveDetailsAnswer }) {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const { can } = useMe();
  const step = useStep(wave.id);
  const [asked, setAsked] = useState<"decide" | "roll-back" | null>(null);
  const rememberOpener = useFocusReturn(asked !== null);
  const ask = (what: "decide" | "roll-back") => {
    rememberOpener();
    setAsked(what);
  };
  const mayChange = can["rollout.change"];
  const underWay = mayChange && isUnderWay(wave);
  const checkIn = `/check-ins/${encodeURIComponent(wave.checkInId ?? "")}`;
  const button = (words: string, onClick: () => void) => <Button onClick={onClick}>{words}</Button>;
  return (
    <>
      {step.error !== null && <ProblemMessage title={text("rollout.step.failed")} problem={step.error} />}
      {wave.checkInId !== null &&
        can["check-in.read"] &&
        button(
          text("rollout.checkIn"),
          () => void navigate({ pathname: checkIn, search: keptSearch(search) }),
        )}
      {underWay && button(text("rollout.rollBack"), () => ask("roll-back"))}
      {underWay && canPause(wave) && button(text("rollout.pause"), () => step.mutate("pause"))}
      {underWay && !canPause(wave) && button(text("rollout.resume"), () => step.mutate("resume"))}
      {underWay && button(text("rollout.finish"), () => step.mutate("finish"))}
      {mayChange && canLaunch(wave) && (
        <Button appearance="primary" onClick={() => ask("decide")}>
          {text("rollout.decide")}
        </Button>
      )}
      {asked === "decide" && <Decide wave={wave} onClose={() => setAsked(null)} />}
      {asked === "roll-back" && <RollBack wave={wave} onClose={() => setAsked(null)} />}
    </>
  );
}

interface AskProps {
  readonly wave: WaveDetailsAnswer;
  readonly onClose: () => void;
}

function Decide({ wave, onClose }: AskProps) {
  const gates = useGates(wave.id);
  return <DecisionDialog wave={wave} passes={gates.data?.passes ?? true} onClose={onClose} />;
}

function RollBack({ wave, onClose }: AskProps) {
  const text = useText();
  const rollBack = useRollBack(wave.id);
  return (
    <WordsDialog
      title={text("rollout.rollBack.title")}
      intro={text("rollout.rollBack.text")}
      label={text("rollout.decide.reason")}
      missing={text("rollout.decide.reasonMissing")}
      save={text("rollout.rollBack")}
      failed={text("rollout.rollBack.failed")}
      problem={rollBack.error}
      pending={rollBack.isPending}
      onSave={(reason) => rollBack.mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
