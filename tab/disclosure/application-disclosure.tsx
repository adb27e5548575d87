import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { RedactionFields } from "./redaction-fields";
import { useChangeOwnRules, useOwnRules } from "./use-disclosure";

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** What an answer to a request withholds of this system; for those who give answers. */
export function ApplicationDisclosure({ id }: { readonly id: string }) {
  return useMe().can["disclosure.make"] ? <OwnRules id={id} /> : null;
}

function OwnRules({ id }: { readonly id: string }) {
  const text = useText();
  const styles = useStyles();
  const own = useOwnRules(id);
  const change = useChangeOwnRules(id);
  return (
    <Section title={text("disclosure.ownTitle")}>
      <Text size={200} className={styles.quiet}>
        {text("disclosure.ownText")}
      </Text>
      {own.isPending && <LoadingState rows={2} />}
      {own.isError && <ProblemMessage title={text("disclosure.loadFailed")} problem={own.error} />}
      {own.data !== undefined && (
        <RedactionFields
          said={change.isPending ? change.variables : own.data}
          defaults={{ rules: own.data.defaults, reasons: own.data.defaultReasons }}
          onChange={(said) => change.mutate(said)}
        />
      )}
      {change.error !== null && (
        <ProblemMessage title={text("disclosure.ownFailed")} problem={change.error} />
      )}
      <Text size={200} role="status" className={styles.quiet}>
        {change.isSuccess && text("disclosure.ownSaved")}
      </Text>
    </Section>
  );
}
