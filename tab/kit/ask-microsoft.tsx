import { Button, makeStyles, Spinner, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { CallProblem } from "../call-problem";
import { useText } from "../language/use-text";
import { ConsentButton } from "../session/consent-button";
import { useSession } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import type { useAskMyLicences } from "./use-my-licences";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gap: tokens.spacingVerticalM,
    justifyItems: "start",
    ":focus": { outline: "none" },
  },
  box: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    justifyItems: "start",
    maxWidth: "64ch",
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Asks Microsoft 365 in the person's own name, and leads through what it wants of them first. */
export function AskMicrosoft({ asked }: { readonly asked: ReturnType<typeof useAskMyLicences> }) {
  const styles = useStyles();
  const root = useFocusAfter(asked.status);
  const problem = asked.error instanceof CallProblem ? asked.error : null;
  const again = () => asked.mutate();
  return (
    <div ref={root} className={styles.root} tabIndex={-1}>
      {problem?.code === "microsoft-consent-missing" && <Agreement onAgreed={again} />}
      {problem?.code === "microsoft-sign-in-needed" && (
        <SignInAgain challenge={problem.challenge} onSignedIn={again} />
      )}
      {!isForPerson(problem) && <AskButton asked={asked} />}
    </div>
  );
}

function isForPerson(problem: CallProblem | null): boolean {
  return problem?.code === "microsoft-consent-missing" || problem?.code === "microsoft-sign-in-needed";
}

/** The focus goes to what came of it where the button that was pressed has gone. */
function useFocusAfter(status: string) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const settled = status === "success" || status === "error";
    if (settled && document.activeElement === document.body) root.current?.focus();
  }, [status]);
  return root;
}

function AskButton({ asked }: { readonly asked: ReturnType<typeof useAskMyLicences> }) {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      {asked.isError && <ProblemMessage problem={asked.error} title={text("myLicence.askFailed")} />}
      {asked.isIdle && <Text className={styles.quiet}>{text("myLicence.own")}</Text>}
      <Button
        onClick={() => asked.mutate()}
        disabledFocusable={asked.isPending}
        {...(asked.isPending && { icon: <Spinner size="tiny" /> })}
      >
        {text(asked.isPending ? "myLicence.asking" : "myLicence.ask")}
      </Button>
    </>
  );
}

function Agreement({ onAgreed }: { readonly onAgreed: () => void }) {
  const text = useText();
  const { actions } = useSession();
  return (
    <Wanted title={text("myLicence.consent.title")} words={text("myLicence.consent.text")}>
      <ConsentButton ask={() => actions.agreeToLicences().then(onAgreed)} />
    </Wanted>
  );
}

interface SignInProps {
  readonly challenge: string | null;
  readonly onSignedIn: () => void;
}

function SignInAgain({ challenge, onSignedIn }: SignInProps) {
  const text = useText();
  const { actions } = useSession();
  const [attempt, setAttempt] = useState<"none" | "open" | "failed">("none");
  const press = () => {
    setAttempt("open");
    actions.signInAgain(challenge).then(onSignedIn, () => setAttempt("failed"));
  };
  return (
    <Wanted title={text("myLicence.signIn.title")} words={text("myLicence.signIn.text")}>
      {attempt === "failed" && <Text role="alert">{text("myLicence.signIn.failed")}</Text>}
      <Button
        appearance="primary"
        onClick={press}
        disabledFocusable={attempt === "open"}
        {...(attempt === "open" && { icon: <Spinner size="tiny" /> })}
      >
        {text("myLicence.signIn.action")}
      </Button>
    </Wanted>
  );
}

interface WantedProps {
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}

/** What Microsoft 365 wants of the person first. */
function Wanted({ title, words, children }: WantedProps) {
  const styles = useStyles();
  return (
    <section className={styles.box} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <Text>{words}</Text>
      {children}
    </section>
  );
}
