import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RolloutDetailsAnswer } from "../../src/contracts/rollout-contract";
import type { VendorChangeAnswer } from "../../src/contracts/vendor-change-contract";
import { type VendorChangeState, vendorChangeStates } from "../../src/domain/rollout/vendor-change";
import { Section } from "../inventory/details/section";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NewRolloutDialog } from "./new-rollout-dialog";
import { useDecideVendorChange, useVendorChanges } from "./use-vendor-changes";
import { VendorCard } from "./vendor-card";
import { VendorDialog } from "./vendor-dialog";
import { WordsDialog } from "./words-dialog";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  show: { maxWidth: "260px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  more: { alignSelf: "flex-start" },
});

type Doing = { readonly what: "read" | "make" | "dismiss"; readonly change: VendorChangeAnswer };

interface Props {
  readonly mayChange: boolean;
  readonly onPlanned: (planned: RolloutDetailsAnswer) => void;
}

/** What Microsoft announces, to be made a rollout of or dismissed. */
export function VendorSection({ mayChange, onPlanned }: Props) {
  const text = useText();
  const styles = useStyles();
  const [state, setState] = useState<VendorChangeState>("open");
  const [doing, setDoing] = useState<Doing | null>(null);
  const rememberOpener = useFocusReturn(doing !== null);
  const query = useVendorChanges(state);
  const changes = query.data?.pages.flatMap((page) => page.items) ?? [];
  const begin = (what: Doing["what"], change: VendorChangeAnswer) => {
    rememberOpener();
    setDoing({ what, change });
  };
  const done = () => setDoing(null);
  const none = state === "open" ? "vendorChange.none" : (`vendorChange.none.${state}` as const);
  return (
    <Section level={2} title={text("vendorChange.title")}>
      <Text className={styles.quiet}>{text("vendorChange.intro")}</Text>
      <Field label={text("vendorChange.show")} className={styles.show}>
        <Select value={state} onChange={(_, { value }) => setState(value as VendorChangeState)}>
          {vendorChangeStates.map((each) => (
            <option key={each} value={each}>
              {text(`vendorChange.state.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {query.isPending && <LoadingState rows={2} rowHeight={64} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && changes.length === 0 && <Text className={styles.quiet}>{text(none)}</Text>}
      {changes.length > 0 && (
        <ul className={styles.list} aria-label={text("vendorChange.title")}>
          {changes.map((change) => (
            <VendorCard key={change.id} change={change} mayChange={mayChange} onBegin={begin} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button className={styles.more} onClick={() => void query.fetchNextPage()}>
          {text("vendorChange.more")}
        </Button>
      )}
      {doing?.what === "read" && <VendorDialog change={doing.change} onClose={done} />}
      {doing?.what === "make" && <MakeRollout change={doing.change} onClose={done} onPlanned={onPlanned} />}
      {doing?.what === "dismiss" && <Dismiss change={doing.change} onClose={done} />}
    </Section>
  );
}

interface OneProps {
  readonly change: VendorChangeAnswer;
  readonly onClose: () => void;
}

function MakeRollout({ change, onClose, onPlanned }: OneProps & Pick<Props, "onPlanned">) {
  const text = useText();
  const format = useFormat();
  const { id, title, actionBy, applications } = change;
  const goal =
    actionBy === null
      ? text("vendorChange.goal", { id, title })
      : text("vendorChange.goalBy", { id, title, day: format.date(actionBy) });
  const draft = { vendorChangeId: id, name: title, goal, application: applications[0] ?? null };
  return <NewRolloutDialog draft={draft} onClose={onClose} onPlanned={onPlanned} />;
}

function Dismiss({ change, onClose }: OneProps) {
  const text = useText();
  const decide = useDecideVendorChange(change);
  return (
    <WordsDialog
      title={text("vendorChange.dismissOf", { title: change.title })}
      label={text("vendorChange.dismiss.reason")}
      missing={text("vendorChange.dismiss.missing")}
      save={text("vendorChange.dismiss")}
      failed={text("vendorChange.dismiss.failed")}
      problem={decide.error}
      pending={decide.isPending}
      onSave={(reason) => decide.mutate({ state: "dismissed", reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
