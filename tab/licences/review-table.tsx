import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReviewLineAnswer } from "../../src/contracts/licence-review-contract";
import type { ReviewAnswer } from "../../src/domain/licence/review";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { type Text, useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import { personPlace, TeamLink } from "../teams/team-link";
import { useNoteReleased } from "./use-reviews";

const useStyles = makeStyles({
  stack: { display: "flex", flexDirection: "column", alignItems: "flex-start", minWidth: 0 },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  note: { overflowWrap: "anywhere" },
  badge: { whiteSpace: "nowrap" },
  narrow: {
    display: "none",
    fontSize: tokens.fontSizeBase200,
    "@media (max-width: 720px)": { display: "block" },
  },
});

const colours = {
  keep: "success",
  training: "brand",
  "give-back": "warning",
} as const satisfies Record<ReviewAnswer, string>;

/** Person by person: what they said, why they were asked, and what is to be done. */
export function ReviewTable({ lines }: { readonly lines: readonly ReviewLineAnswer[] }) {
  const text = useText();
  const styles = useStyles();
  const release = useNoteReleased();
  const columns: Column<ReviewLineAnswer & { readonly id: string }>[] = [
    {
      key: "person",
      heading: text("person.column"),
      cell: (line) => (
        <span className={styles.stack}>
          <TeamLink to={personPlace(line.personId)}>{line.personName}</TeamLink>
          <span className={styles.narrow}>
            <Use line={line} />
          </span>
        </span>
      ),
    },
    { key: "said", heading: text("licenceReview.result.said"), cell: (line) => <Said line={line} /> },
    {
      key: "use",
      heading: text("licenceReview.result.use"),
      room: "wide",
      cell: (line) => <Use line={line} />,
    },
    {
      key: "todo",
      heading: text("licenceReview.result.todo"),
      cell: (line) => (
        <ToDo
          line={line}
          busy={release.isPending}
          onNote={(released) => release.mutate({ deliveryId: line.deliveryId, released })}
        />
      ),
    },
  ];
  const items = lines.map((line) => ({ ...line, id: line.deliveryId }));
  return (
    <>
      {release.error !== null && (
        <ProblemMessage title={text("licenceReview.result.releaseFailed")} problem={release.error} />
      )}
      <DataTable label={text("licenceReview.result.title")} columns={columns} items={items} />
    </>
  );
}

function Said({ line: { answer, note, answeredAt } }: { readonly line: ReviewLineAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  if (answer === null) return <span className={styles.quiet}>{text("licenceReview.result.no-answer")}</span>;
  return (
    <span className={styles.stack}>
      <Badge className={styles.badge} appearance="tint" color={colours[answer]}>
        {text(`licenceReview.tile.${answer}`)}
      </Badge>
      {note !== null && <span className={styles.note}>{note}</span>}
      {answeredAt !== null && <span className={styles.quiet}>{format.date(answeredAt)}</span>}
    </span>
  );
}

function Use({ line: { useBand, lastUsedAt } }: { readonly line: ReviewLineAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  return (
    <span className={styles.stack}>
      <span>{text(`licence.band.${useBand}`)}</span>
      {lastUsedAt !== null && (
        <span className={styles.quiet}>
          {text("licence.one.lastUsed")} {format.date(lastUsedAt)}
        </span>
      )}
    </span>
  );
}

interface ToDoProps {
  readonly line: ReviewLineAnswer;
  readonly busy: boolean;
  readonly onNote: (released: boolean) => void;
}

function ToDo({ line, busy, onNote }: ToDoProps) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const { action, answer, releasedAt, personName } = line;
  if (action === null) return null;
  const done = releasedAt !== null;
  return (
    <span className={styles.stack}>
      <span>{done ? <Released line={line} /> : actionWords(action, text)}</span>
      {answer === "give-back" && <Seen line={line} />}
      {answer === "give-back" && can["licence.change"] && (
        <Button
          size="small"
          disabledFocusable={busy}
          aria-label={text(done ? "licenceReview.result.undoFor" : "licenceReview.result.releaseFor", {
            name: personName,
          })}
          onClick={() => onNote(!done)}
        >
          {text(done ? "licenceReview.result.undo" : "licenceReview.result.release")}
        </Button>
      )}
    </span>
  );
}

function actionWords(action: NonNullable<ReviewLineAnswer["action"]>, text: Text): string {
  return text(action === "none" ? "licenceReview.result.nothing" : `licenceReview.result.${action}`);
}

function Released({ line: { releasedAt, releasedByName } }: { readonly line: ReviewLineAnswer }) {
  const text = useText();
  const format = useFormat();
  const date = format.date(releasedAt ?? "");
  return releasedByName === null
    ? text("licenceReview.result.released", { date })
    : text("licenceReview.result.releasedBy", { date, name: releasedByName });
}

/** What the latest sync says, which is the proof that a licence is really free again. */
function Seen({ line: { stillHeld } }: { readonly line: ReviewLineAnswer }) {
  const text = useText();
  const styles = useStyles();
  if (stillHeld === null) return null;
  return (
    <span className={styles.quiet}>
      {text(stillHeld ? "licenceReview.result.stillHeld" : "licenceReview.result.gone")}
    </span>
  );
}
