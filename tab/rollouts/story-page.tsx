import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { PrintRegular } from "@fluentui/react-icons/svg/print";
import { useParams } from "react-router";
import type { RolloutDetailsAnswer } from "../../src/contracts/rollout-contract";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { BlockerSection } from "./blocker-section";
import { BurnUp } from "./burn-up";
import { ChampionSection } from "./champion-section";
import { DecisionList } from "./decision-list";
import { AboutRollout } from "./rollout-list";
import { TrainingSection } from "./training-section";
import { useRollout, useRolloutProgress } from "./use-rollouts";
import { WaveTable } from "./wave-table";

const useStyles = makeStyles({
  actions: { display: "contents", "@media print": { display: "none" } },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
});

/** What was planned, decided and reached, on one page to be read or printed. */
export function RolloutStoryPage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["rollout.read"] ? <Story id={id} /> : <NotFoundPage />;
}

function Story({ id }: { readonly id: string }) {
  const text = useText();
  const query = useRollout(id);
  const back = `/rollouts/${encodeURIComponent(id)}`;
  return (
    <OneRecord query={query} backTo={back} backText={query.data?.name ?? text("rollout.title")}>
      {(rollout) => <Loaded rollout={rollout} />}
    </OneRecord>
  );
}

function Loaded({ rollout }: { readonly rollout: RolloutDetailsAnswer }) {
  const text = useText();
  const styles = useStyles();
  const progress = useRolloutProgress(rollout.id);
  const names = new Map(rollout.waves.map((wave) => [wave.id, wave.name]));
  const actions = (
    <div className={styles.actions}>
      <Button icon={<PrintRegular />} disabledFocusable={!progress.isSuccess} onClick={() => window.print()}>
        {text("rollout.print")}
      </Button>
    </div>
  );
  return (
    <>
      <PageHeader
        title={text("rollout.story.title", { name: rollout.name })}
        intro={<AboutRollout rollout={rollout} />}
        actions={actions}
      />
      <div className={styles.parts}>
        {rollout.goal !== null && <Text>{rollout.goal}</Text>}
        {progress.data !== undefined && <BurnUp progress={progress.data} />}
        <Section level={2} title={text("rollout.waves")}>
          {rollout.waves.length === 0 ? (
            text("rollout.story.none")
          ) : (
            <WaveTable waves={rollout.waves} plain />
          )}
        </Section>
        <Section level={2} title={text("rollout.decisions")}>
          <DecisionList decisions={rollout.decisions} waveNames={names} />
        </Section>
        <BlockerSection rolloutId={rollout.id} mayChange={false} />
        <TrainingSection rolloutId={rollout.id} mayChange={false} />
        <ChampionSection champions={rollout.champions} />
      </div>
    </>
  );
}
