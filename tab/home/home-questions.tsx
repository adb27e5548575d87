import { Text } from "@fluentui/react-components";
import { useMyCheckIns } from "../kit/use-my-kit";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { TeamCard } from "../teams/team-card";
import { TeamLink } from "../teams/team-link";

/** How much oneself is asked; the answers are given with one's kit. */
export function HomeQuestions() {
  const text = useText();
  const query = useMyCheckIns();
  const count = query.data?.items.length ?? 0;
  return (
    <TeamCard title={text("home.questions")} aside={<TeamLink to="/my-kit">{text("home.myKit")}</TeamLink>}>
      {query.isPending && <LoadingState rows={1} rowHeight={40} />}
      {query.isError && query.data === undefined && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && (
        <Text>{count === 0 ? text("home.questions.none") : text("home.questions.open", { count })}</Text>
      )}
    </TeamCard>
  );
}
