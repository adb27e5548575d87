import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import type { RolloutDetailsAnswer } from "../../src/contracts/rollout-contract";
import { Section } from "../inventory/details/section";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { keptSearch } from "../shell/kept-address";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { BlockerSection } from "./blocker-section";
import { BurnUp } from "./burn-up";
import { ChampionSection } from "./champion-section";
import { DecisionList } from "./decision-list";
import { NewWaveDialog } from "./new-wave-dialog";
import { RolloutHistory } from "./rollout-history";
import { AboutRollout } from "./rollout-list";
import { StateBadge } from "./rollout-marks";
import { TrainingSection } from "./training-section";
import { useRollout, useRolloutProgress } from "./use-rollouts";
import { WaveTable } from "./wave-table";

const useStyles = makeStyles({
  intro: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
});

/** One rollout: its waves, how far they are, what stops them, and what was decided. */
export function RolloutPage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["rollout.read"] ? <OneRollout id={id} /> : <NotFoundPage />;
}

function OneRollout({ id }: { readonly id: string }) {
  const text = useText();
  return (
    <OneRecord query={useRollout(id)} backTo="/rollouts" backText={text("rollout.title")}>
      {(rollout) => <Loaded rollout={rollout} />}
    </OneRecord>
  );
}

function Loaded({ rollout }: { readonly rollout: RolloutDetailsAnswer }) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const mayChange = can["rollout.change"];
  const progress = useRolloutProgress(rollout.id);
  const names = new Map(rollout.waves.map((wave) => [wave.id, wave.name]));
  const intro = (
    <span className={styles.intro}>
      <StateBadge state={rollout.state} />
      <AboutRollout rollout={rollout} />
    </span>
  );
  return (
    <>
      <PageHeader
        title={rollout.name}
        intro={intro}
        actions={<Actions rollout={rollout} mayChange={mayChange} />}
      />
      <div className={styles.parts}>
        {rollout.goal !== null && <Text>{rollout.goal}</Text>}
        {rollout.vendorChange !== null && <MadeOf change={rollout.vendorChange} />}
        <Section level={2} title={text("rollout.waves")}>
          {rollout.waves.length === 0 ? (
            <span>{text("rollout.noWaves")}</span>
          ) : (
            <WaveTable waves={rollout.waves} />
          )}
        </Section>
        {progress.data !== undefined && rollout.waves.length > 0 && (
          <Section level={2} title={text("rollout.progress")}>
            <BurnUp progress={progress.data} />
          </Section>
        )}
        <BlockerSection rolloutId={rollout.id} mayChange={mayChange} />
        <TrainingSection rolloutId={rollout.id} mayChange={mayChange} />
        <ChampionSection champions={rollout.champions} />
        <Section level={2} title={text("rollout.decisions")}>
          <DecisionList decisions={rollout.decisions} waveNames={names} />
        </Section>
        {can["rollout.history"] && <RolloutHistory id={rollout.id} />}
      </div>
    </>
  );
}

function MadeOf({ change }: { readonly change: NonNullable<RolloutDetailsAnswer["vendorChange"]> }) {
  const text = useText();
  const format = useFormat();
  const { id, title, actionBy } = change;
  const parts = [
    text("vendorChange.madeOf", { id, title }),
    actionBy === null ? "" : text("vendorChange.actBy", { day: format.date(actionBy) }),
  ];
  return <Text>{parts.filter((part) => part !== "").join(" · ")}</Text>;
}

interface ActionsProps {
  readonly rollout: RolloutDetailsAnswer;
  readonly mayChange: boolean;
}

function Actions({ rollout, mayChange }: ActionsProps) {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [adding, setAdding] = useState(false);
  const rememberOpener = useFocusReturn(adding);
  const story = `/rollouts/${encodeURIComponent(rollout.id)}/story`;
  return (
    <>
      <Button onClick={() => void navigate({ pathname: story, search: keptSearch(search) })}>
        {text("rollout.story")}
      </Button>
      {mayChange && (
        <Button
          appearance="primary"
          onClick={() => {
            rememberOpener();
            setAdding(true);
          }}
        >
          {text("rollout.addWave")}
        </Button>
      )}
      {adding && (
        <NewWaveDialog
          rolloutId={rollout.id}
          endBy={rollout.vendorChange?.actionBy ?? null}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
