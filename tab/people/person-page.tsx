import { makeStyles, tokens } from "@fluentui/react-components";
import { useParams } from "react-router";
import { getPersonHistory, type PersonDetailsAnswer } from "../../src/contracts/person-contract";
import { CallProblem } from "../call-problem";
import type { FieldWords } from "../history/history-words";
import { RecordHistory } from "../history/record-history";
import { useHistory } from "../history/use-history";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { TeamCard } from "../teams/team-card";
import { TeamLink } from "../teams/team-link";
import { PersonCustody } from "./person-custody";
import { PersonKit } from "./person-kit";
import { personKeys, usePerson } from "./use-person";

const useStyles = makeStyles({
  parts: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    gap: tokens.spacingVerticalM,
    maxWidth: "960px",
  },
  intro: { display: "inline-flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  left: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorPaletteRedForeground1 },
});

const fields: Readonly<Record<string, FieldWords>> = {
  name: { label: "person.field.name", value: "text" },
  email: { label: "person.field.email", value: "text" },
  teamId: { label: "person.field.teamId", value: "team" },
  active: { label: "person.field.active", value: "text" },
};

/** Who somebody is, what they hold, and what was recorded. */
export function PersonPage() {
  const { id = "" } = useParams();
  const { data, error, isPending, refetch } = usePerson(id);
  if (error instanceof CallProblem && error.status === 404) return <NotFoundPage />;
  if (isPending) return <LoadingState rows={4} rowHeight={64} />;
  if (data === undefined) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return <Loaded key={id} person={data} />;
}

function Loaded({ person }: { readonly person: PersonDetailsAnswer }) {
  const styles = useStyles();
  const text = useText();
  const history = useHistory(getPersonHistory, person.id, personKeys.history(person.id));
  return (
    <>
      <PageHeader title={person.name} intro={<Intro person={person} />} />
      <div className={styles.parts}>
        <PersonKit personId={person.id} />
        <PersonCustody personId={person.id} />
        <TeamCard title={text("person.history")}>
          <RecordHistory history={history} fields={fields} />
        </TeamCard>
      </div>
    </>
  );
}

function Intro({
  person: { email, teamId, teamName, active, manages },
}: {
  readonly person: PersonDetailsAnswer;
}) {
  const styles = useStyles();
  const text = useText();
  return (
    <span className={styles.intro}>
      {!active && <span className={styles.left}>{text("person.left")}</span>}
      <span>{email}</span>
      <span aria-hidden="true">·</span>
      {teamId !== null && teamName !== null ? (
        <TeamLink to={`/teams/${encodeURIComponent(teamId)}`}>{teamName}</TeamLink>
      ) : (
        <span>{text("person.noTeam")}</span>
      )}
      {manages.length > 0 && (
        <span>
          · {text("person.manages")} {manages.map(({ name }) => name).join(", ")}
        </span>
      )}
    </span>
  );
}
