import { Badge, Button, makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { Link, useLocation, useNavigate } from "react-router";
import type { SurveyAnswer } from "../../src/contracts/survey-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { EmptyState } from "../shell/empty-state";
import { ErrorState } from "../shell/error-state";
import { keptSearch } from "../shell/kept-address";
import { LoadingState } from "../shell/loading-state";
import { NotFoundPage } from "../shell/not-found-page";
import { PageHeader } from "../shell/page-header";
import { useSurveys } from "./use-surveys";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyle: "none",
  },
  item: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  words: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  link: { ...typographyStyles.subtitle2, color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The surveys that ask in the reader's teams. */
export function SurveysPage() {
  const { can } = useMe();
  return can["survey.read"] ? <Surveys mayChange={can["survey.change"]} /> : <NotFoundPage />;
}

function Surveys({ mayChange }: { readonly mayChange: boolean }) {
  const styles = useStyles();
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const query = useSurveys();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const newButton = mayChange ? (
    <Button
      appearance="primary"
      icon={<AddRegular />}
      onClick={() => void navigate({ pathname: "/surveys/new", search: keptSearch(search) })}
    >
      {text("confidence.new")}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader title={text("confidence.title")} intro={text("confidence.intro")} actions={newButton} />
      {query.isPending && <LoadingState rows={4} rowHeight={64} />}
      {query.isError && <ErrorState problem={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <EmptyState
          icon={<ClipboardTaskListLtrRegular />}
          title={text("confidence.empty.title")}
          text={text("confidence.empty.text")}
        />
      )}
      {items.length > 0 && (
        <ul className={styles.list} aria-label={text("confidence.list")}>
          {items.map((survey) => (
            <li key={survey.id} className={styles.item}>
              <div className={styles.words}>
                <Link
                  className={styles.link}
                  to={{ pathname: `/surveys/${encodeURIComponent(survey.id)}`, search: keptSearch(search) }}
                >
                  {survey.title}
                </Link>
                <SurveyTimes survey={survey} />
              </div>
              <SurveyStateBadge survey={survey} />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{text("common.more")}</Button>}
    </>
  );
}

interface One {
  readonly survey: SurveyAnswer;
}

export function SurveyStateBadge({ survey: { state } }: One) {
  const text = useText();
  return (
    <Badge appearance="tint" color={state === "open" ? "success" : "informative"} size="large">
      {text(`confidence.state.${state}`)}
    </Badge>
  );
}

export function SurveyTimes({ survey }: One) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const when =
    survey.closedAt !== null
      ? text("confidence.closedOn", { day: format.date(survey.closedAt) })
      : survey.state === "draft"
        ? text("confidence.draftOf", { day: format.date(survey.createdAt) })
        : text("confidence.until", { when: format.dateTime(survey.closesAt) });
  return (
    <Text size={200} className={styles.quiet}>
      {`${text("confidence.count", { count: survey.items.length })} · ${when}`}
    </Text>
  );
}
