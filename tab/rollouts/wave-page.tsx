import { makeStyles, tokens } from "@fluentui/react-components";
import { useParams } from "react-router";
import type { WaveDetailsAnswer } from "../../src/contracts/wave-contract";
import { Section } from "../inventory/details/section";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { OneRecord } from "../shell/one-record";
import { PageHeader } from "../shell/page-header";
import { BurnUp } from "./burn-up";
import { DecisionList } from "./decision-list";
import { GateTable } from "./gate-table";
import { PeopleSection } from "./people-section";
import { Confirmed, CountsInWords, PeopleBar, StateBadge } from "./rollout-marks";
import { useGates, useWave, useWaveProgress } from "./use-rollouts";
import { WaveActions } from "./wave-actions";

const useStyles = makeStyles({
  intro: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
  counts: { display: "grid", gap: tokens.spacingVerticalXS },
});

/** The board of a wave: its gates, what was decided, its people. */
export function WavePage() {
  const { can } = useMe();
  const { id = "" } = useParams();
  return can["rollout.read"] ? <OneWave id={id} /> : <NotFoundPage />;
}

function OneWave({ id }: { readonly id: string }) {
  const text = useText();
  const query = useWave(id);
  const rollout = query.data?.rolloutId;
  const back = rollout === undefined ? "/rollouts" : `/rollouts/${encodeURIComponent(rollout)}`;
  return (
    <OneRecord query={query} backTo={back} backText={query.data?.rolloutName ?? text("rollout.title")}>
      {(wave) => <Loaded wave={wave} />}
    </OneRecord>
  );
}

function Loaded({ wave }: { readonly wave: WaveDetailsAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { can } = useMe();
  const progress = useWaveProgress(wave.id);
  const when = { start: format.date(wave.plannedStart), end: format.date(wave.plannedEnd) };
  const intro = (
    <span className={styles.intro}>
      <StateBadge state={wave.state} />
      {`${text(`rollout.ring.${wave.ring}`)} · ${text("rollout.from", when)}`}
    </span>
  );
  return (
    <>
      <PageHeader title={wave.name} intro={intro} actions={<WaveActions wave={wave} />} />
      <div className={styles.parts}>
        <div className={styles.counts}>
          <Confirmed counts={wave.counts} />
          <PeopleBar counts={wave.counts} />
          <CountsInWords counts={wave.counts} />
        </div>
        {can["rollout.review"] && <Gates id={wave.id} />}
        <Section level={2} title={text("rollout.decisions")}>
          <DecisionList decisions={wave.decisions} />
        </Section>
        {progress.data !== undefined && (
          <Section level={2} title={text("rollout.progress")}>
            <BurnUp progress={progress.data} />
          </Section>
        )}
        <PeopleSection wave={wave} mayChange={can["rollout.change"] && wave.state !== "finished"} />
      </div>
    </>
  );
}

function Gates({ id }: { readonly id: string }) {
  const text = useText();
  const query = useGates(id);
  return (
    <Section level={2} title={text("rollout.gates")}>
      {query.isPending && <LoadingState rows={3} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && query.data.items.length === 0 && <span>{text("rollout.noGates")}</span>}
      {query.isSuccess && query.data.items.length > 0 && (
        <GateTable gates={query.data.items} label={text("rollout.gates")} />
      )}
    </Section>
  );
}
