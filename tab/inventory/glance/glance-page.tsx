import { Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { type DeviceGlanceAnswer, getDeviceGlance } from "../../../src/contracts/device-glance-contract";
import { call } from "../../call";
import { useText } from "../../language/use-text";
import { ErrorState } from "../../shell/error-state";
import { LoadingState } from "../../shell/loading-state";
import { PageHeader } from "../../shell/page-header";
import { TeamLink } from "../../teams/team-link";
import { deviceKeys } from "../device-cache";
import { TeamPicker } from "../team-picker";
import { CountTable } from "./count-table";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalL, minWidth: 0 },
  team: { maxWidth: "360px" },
  charts: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(420px, 100%), 1fr))",
    gap: tokens.spacingHorizontalL,
    alignItems: "start",
    minWidth: 0,
  },
});

/** The register as pictures of its numbers, for all teams or one with those below. */
export function GlancePage() {
  const text = useText();
  const styles = useStyles();
  const [params, setParams] = useSearchParams();
  const team = params.get("team") || null;
  const glance = useGlance(team);
  const choose = (id: string | null) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (id === null) next.delete("team");
      else next.set("team", id);
      return next;
    });
  return (
    <div className={styles.root}>
      <PageHeader
        title={text("glance.title")}
        intro={text("glance.intro")}
        actions={
          <TeamLink to="/inventory" filters={team === null ? {} : { team }}>
            {text("glance.list")}
          </TeamLink>
        }
      />
      <Field className={styles.team} label={text("glance.team")}>
        <TeamPicker value={team} placeholder={text("glance.anyTeam")} onChange={choose} />
      </Field>
      {glance.isPending && <LoadingState rows={8} />}
      {glance.isError && (
        <ErrorState
          title={text("glance.failed")}
          problem={glance.error}
          onRetry={() => void glance.refetch()}
        />
      )}
      {glance.data && <Charts glance={glance.data} team={team} />}
    </div>
  );
}

function Charts({ glance, team }: { readonly glance: DeviceGlanceAnswer; readonly team: string | null }) {
  const text = useText();
  const styles = useStyles();
  const { total, inUse, byStatus, byAge, byOsSupport, byReplacement } = glance;
  if (total === 0) return <Text role="status">{text("glance.none")}</Text>;
  return (
    <>
      <Text role="status">{text("glance.total", { count: total, inUse })}</Text>
      <div className={styles.charts}>
        <CountTable
          title={text("glance.byAge")}
          withoutArchived
          team={team}
          rows={byAge.map(({ value, count }) => ({ key: value, count, name: text(`glance.age.${value}`) }))}
        />
        <CountTable
          title={text("glance.byStatus")}
          team={team}
          filter="status"
          rows={byStatus.map(({ value, count }) => ({
            key: value,
            count,
            name: text(`device.status.${value}`),
          }))}
        />
        <CountTable
          title={text("glance.byOsSupport")}
          withoutArchived
          team={team}
          filter="osSupport"
          rows={byOsSupport.map(({ value, count }) => ({
            key: value,
            count,
            name: text(`device.osSupport.${value}`),
          }))}
        />
        <CountTable
          title={text("glance.byReplacement")}
          withoutArchived
          team={team}
          filter="replacement"
          rows={byReplacement.map(({ value, count }) => ({
            key: value,
            count,
            name: text(`device.replacement.${value}`),
          }))}
        />
      </div>
    </>
  );
}

function useGlance(team: string | null) {
  return useQuery({
    queryKey: [...deviceKeys.all, "glance", team],
    queryFn: ({ signal }) =>
      call(getDeviceGlance, { query: team === null ? {} : { team, below: "true" } }, { signal }),
    placeholderData: keepPreviousData,
  });
}
