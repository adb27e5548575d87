import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ResultsAnswer, SurveyAnswer } from "../../src/contracts/survey-contract";
import { Section } from "../inventory/details/section";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { FiguresTable } from "./figures-table";
import { HeatMap } from "./heat-map";
import { HowLink } from "./my-surveys-page";
import { asTree, figuresOf, type PlacedNode } from "./result-view";
import { StatementTrend } from "./statement-trend";
import { useStatementWords } from "./survey-answer-form";
import { useResults, useSaveFile } from "./use-surveys";

const useStyles = makeStyles({
  parts: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalXXL },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  arrival: { display: "grid", gap: tokens.spacingVerticalXXL, ":focus": { outline: "none" } },
  comments: { display: "grid", gap: tokens.spacingVerticalS, margin: 0, paddingInlineStart: "20px" },
  comment: { overflowWrap: "anywhere" },
});

interface One {
  readonly survey: SurveyAnswer;
}

/** The release of a survey, as far as the reader's teams go, with the whole to compare. */
export function ResultsSection({ survey }: One) {
  const query = useResults(survey.id);
  if (query.isPending) return <LoadingState rows={6} />;
  if (query.isError) return <ErrorState problem={query.error} onRetry={() => void query.refetch()} />;
  return <Results survey={survey} results={query.data} />;
}

type Chosen = { readonly team: string } | { readonly item: string };

function Results({ survey, results }: One & { readonly results: ResultsAnswer }) {
  const styles = useStyles();
  const text = useText();
  const save = useSaveFile(survey.id);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const nodes = asTree(results.nodes);
  const isEmpty = !nodes.some((node) => survey.items.some(({ id }) => figuresOf(node, id) !== null));
  return (
    <div className={styles.parts}>
      <Section level={2} title={text("confidence.results.title")}>
        <Text className={styles.quiet}>{text("confidence.results.hint")}</Text>
        <div className={styles.bar}>
          <Text className={styles.quiet}>{text("confidence.results.hiddenHint")}</Text>
          <HowLink />
          <Button disabledFocusable={save.isPending} onClick={() => save.mutate()}>
            {text("confidence.results.csv")}
          </Button>
        </div>
        {save.error !== null && (
          <ProblemMessage problem={save.error} title={text("confidence.results.csvFailed")} />
        )}
        {isEmpty && <Text role="status">{text("confidence.results.none")}</Text>}
        <HeatMap
          survey={survey}
          nodes={nodes}
          onTeam={(team) => setChosen({ team })}
          onItem={(item) => setChosen({ item })}
        />
      </Section>
      {chosen !== null && (
        <Arrival key={"team" in chosen ? chosen.team : chosen.item}>
          <Details survey={survey} nodes={nodes} chosen={chosen} />
        </Arrival>
      )}
      {results.comments.length > 0 && <Comments results={results} />}
    </div>
  );
}

/** The map can be long: what was chosen in it comes into view, and the focus with it. */
function Arrival({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className={styles.arrival}>
      {children}
    </div>
  );
}

interface DetailsProps extends One {
  readonly nodes: readonly PlacedNode[];
  readonly chosen: Chosen;
}

/** All figures of one team, or of one statement with how it went over time. */
function Details({ survey, nodes, chosen }: DetailsProps) {
  const text = useText();
  const words = useStatementWords();
  if ("team" in chosen) {
    const node = nodes.find(({ teamId }) => teamId === chosen.team);
    if (node === undefined) return null;
    const title = text("confidence.results.ofTeam", { team: node.name });
    const rows = survey.items.map((item) => ({
      id: item.id,
      name: words(item),
      shown: figuresOf(node, item.id),
    }));
    return (
      <Section level={2} title={title}>
        <FiguresTable label={title} first={text("confidence.results.statement")} rows={rows} />
      </Section>
    );
  }
  const item = survey.items.find(({ id }) => id === chosen.item);
  if (item === undefined) return null;
  const title = text("confidence.results.ofItem", { item: words(item) });
  const rows = nodes.map((node) => ({ id: node.teamId, name: node.name, shown: figuresOf(node, item.id) }));
  return (
    <>
      <Section level={2} title={title}>
        <FiguresTable label={title} first={text("confidence.results.team")} rows={rows} />
      </Section>
      <StatementTrend survey={survey} item={item} nodes={nodes} />
    </>
  );
}

function Comments({ results }: { readonly results: ResultsAnswer }) {
  const styles = useStyles();
  const text = useText();
  return (
    <Section level={2} title={text("confidence.comments.title")}>
      <ul className={styles.comments}>
        {results.comments.map(({ id, text: words, namesSomebody }) => (
          <li key={id} className={styles.comment}>
            {words}{" "}
            {namesSomebody && (
              <Badge appearance="tint" color="warning">
                {text("confidence.comments.names")}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
