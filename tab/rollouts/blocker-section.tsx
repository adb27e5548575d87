import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { BlockerAnswer } from "../../src/contracts/blocker-contract";
import { Section } from "../inventory/details/section";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { useBlockers, useRaise, useWork } from "./use-rollouts";
import { WordsDialog } from "./words-dialog";

const useStyles = makeStyles({
  list: { display: "grid", gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyle: "none" },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  words: { display: "grid", flex: "1 1 260px", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
  escalated: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    "@media print": { display: "none" },
  },
  raise: { justifySelf: "start", alignSelf: "flex-start" },
});

/** What stops people, oldest first, and what is done about it. */
export function BlockerSection({
  rolloutId,
  mayChange,
}: {
  readonly rolloutId: string;
  readonly mayChange: boolean;
}) {
  const text = useText();
  const styles = useStyles();
  const query = useBlockers(rolloutId);
  const raise = useRaise(rolloutId);
  const work = useWork();
  const [asked, setAsked] = useState<"raise" | BlockerAnswer | null>(null);
  const rememberOpener = useFocusReturn(asked !== null);
  const ask = (what: "raise" | BlockerAnswer) => {
    rememberOpener();
    raise.reset();
    work.reset();
    setAsked(what);
  };
  const close = () => setAsked(null);
  const blockers = query.data?.items ?? [];
  return (
    <Section level={2} title={text("rollout.blockers")}>
      {query.isPending && <LoadingState rows={2} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {work.error !== null && asked === null && (
        <ProblemMessage title={text("rollout.blocker.failed")} problem={work.error} />
      )}
      {query.isSuccess && blockers.length === 0 && <span>{text("rollout.noBlockers")}</span>}
      {blockers.length > 0 && (
        <ul className={styles.list} aria-label={text("rollout.blockers")}>
          {blockers.map((blocker) => (
            <OneBlocker
              key={blocker.id}
              blocker={blocker}
              mayChange={mayChange}
              onTake={() => work.mutate({ blocker, state: "in-hand" })}
              onSolve={() => ask(blocker)}
            />
          ))}
        </ul>
      )}
      {mayChange && (
        <Button className={styles.raise} onClick={() => ask("raise")}>
          {text("rollout.raise")}
        </Button>
      )}
      {asked === "raise" && (
        <WordsDialog
          title={text("rollout.raise")}
          label={text("rollout.raise.text")}
          missing={text("rollout.raise.textMissing")}
          save={text("rollout.raise")}
          failed={text("rollout.raise.failed")}
          problem={raise.error}
          pending={raise.isPending}
          onSave={(words) => raise.mutate(words, { onSuccess: close })}
          onClose={close}
        />
      )}
      {asked !== null && asked !== "raise" && (
        <WordsDialog
          title={text("rollout.blocker.solveTitle")}
          intro={asked.text ?? text("rollout.notWorking")}
          label={text("rollout.blocker.solution")}
          save={text("rollout.blocker.solve")}
          failed={text("rollout.blocker.failed")}
          problem={work.error}
          pending={work.isPending}
          onSave={(resolution) =>
            work.mutate(
              { blocker: asked, state: "solved", resolution: resolution || null },
              { onSuccess: close },
            )
          }
          onClose={close}
        />
      )}
    </Section>
  );
}

interface OneProps {
  readonly blocker: BlockerAnswer;
  readonly mayChange: boolean;
  readonly onTake: () => void;
  readonly onSolve: () => void;
}

function OneBlocker({ blocker, mayChange, onTake, onSolve }: OneProps) {
  const text = useText();
  const styles = useStyles();
  const words = blocker.text ?? text("rollout.notWorking");
  const open = blocker.state === "open" || blocker.state === "in-hand";
  const facts = [
    text(`rollout.blocker.${blocker.state}`),
    blocker.waveName,
    blocker.personName ??
      (blocker.affected > 0 ? text("rollout.blocker.affected", { count: blocker.affected }) : null),
    text("rollout.blocker.age", { count: blocker.ageDays }),
    blocker.ownerName === null ? null : text("rollout.ownedBy", { name: blocker.ownerName }),
    blocker.resolution,
  ];
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <Text>{words}</Text>
        <Text size={200} className={styles.quiet}>
          {facts.filter((fact) => fact !== null).join(" · ")}
        </Text>
        {blocker.escalated && (
          <Text size={200} className={styles.escalated}>
            {text("rollout.blocker.escalated")}
          </Text>
        )}
      </div>
      {mayChange && open && (
        <div className={styles.actions}>
          {blocker.state === "open" && (
            <Button
              size="small"
              aria-label={text("rollout.blocker.takeHandOf", { text: words })}
              onClick={onTake}
            >
              {text("rollout.blocker.takeHand")}
            </Button>
          )}
          <Button
            size="small"
            aria-label={text("rollout.blocker.solveOf", { text: words })}
            onClick={onSolve}
          >
            {text("rollout.blocker.solve")}
          </Button>
        </div>
      )}
    </li>
  );
}
