import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { Navigate, useLocation, useParams } from "react-router";
import { withTeamsBelow } from "../../src/domain/team";
import { teamOptions } from "../inventory/team-tree";
import { useTeams } from "../inventory/use-teams";
import { useLanguage, useText } from "../language/use-text";
import { looksAfterOthers, useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { keptSearch } from "../shell/kept-address";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { TeamTree } from "./team-tree";
import { TeamView } from "./team-view";

const folded = "@media (max-width: 860px)";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "260px minmax(0, 1fr)",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalM,
    [folded]: { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  tree: {
    position: "sticky",
    top: tokens.spacingVerticalM,
    maxHeight: "calc(100dvh - 100px)",
    overflowY: "auto",
    [folded]: { display: "none" },
  },
  fold: {
    display: "none",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    [folded]: { display: "block" },
  },
  summary: {
    cursor: "pointer",
    fontWeight: tokens.fontWeightSemibold,
    minHeight: "28px",
    lineHeight: "28px",
  },
});

/** The teams that the caller looks after, one of them in full. */
export function TeamsPage() {
  return looksAfterOthers(useMe()) ? <Teams /> : <NotFoundPage />;
}

function Teams() {
  const styles = useStyles();
  const text = useText();
  const { id = null } = useParams();
  const { search } = useLocation();
  const { options, pending, problem, retry } = useOwnTeams();
  const first = options[0];
  if (id === null && first !== undefined) {
    return (
      <Navigate
        to={{ pathname: `/teams/${encodeURIComponent(first.id)}`, search: keptSearch(search) }}
        replace
      />
    );
  }
  const tree = <TeamTree options={options} current={id} />;
  return (
    <div className={styles.root}>
      <div className={styles.tree}>{pending ? <LoadingState rows={6} rowHeight={28} /> : tree}</div>
      <details className={styles.fold} key={`fold-${id}`}>
        <summary className={styles.summary}>{text("team.title")}</summary>
        {tree}
      </details>
      {id !== null ? (
        <TeamView key={id} id={id} />
      ) : (
        <div>
          <PageHeader title={text("team.title")} />
          {pending && <LoadingState rows={6} />}
          {problem !== null && <ErrorState problem={problem} onRetry={retry} />}
          {!pending && problem === null && (
            <EmptyState title={text("team.noneTitle")} text={text("team.noneText")} />
          )}
        </div>
      )}
    </div>
  );
}

/** A manager is also shown the team they are in themselves elsewhere; here only those they look after. */
function useOwnTeams() {
  const me = useMe();
  const language = useLanguage();
  const { data, isPending, error, refetch } = useTeams();
  const options = useMemo(() => {
    const all = data ?? [];
    const own = me.roles.length > 0 ? null : new Set(withTeamsBelow(all, me.managedTeamIds));
    return teamOptions(own === null ? all : all.filter(({ id }) => own.has(id)), language);
  }, [data, me, language]);
  return { options, pending: isPending, problem: error, retry: () => void refetch() };
}
