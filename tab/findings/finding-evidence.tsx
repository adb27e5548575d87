import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FindingAnswer } from "../../src/contracts/finding-contract";
import type { Format } from "../language/formatting";
import { useFormat } from "../language/use-format";
import { useText, type Text as Words } from "../language/use-text";
import { personPlace, TeamLink } from "../teams/team-link";

const shownAtFirst = 8;

const useStyles = makeStyles({
  title: { margin: `${tokens.spacingVerticalL} 0 0`, fontSize: tokens.fontSizeBase300 },
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingInlineStart: "1.2em", lineHeight: "24px" },
  // Beside other words a colour alone would not tell them apart.
  line: { "& a": { textDecorationLine: "underline" } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Evidence = FindingAnswer["evidence"][number];

/** The records that show the finding, each a way to where it can be mended. */
export function FindingEvidence({ finding }: { readonly finding: FindingAnswer }) {
  const styles = useStyles();
  const text = useText();
  const [all, setAll] = useState(false);
  const { evidence, count } = finding;
  const shown = all ? evidence : evidence.slice(0, shownAtFirst);
  return (
    <>
      <h3 className={styles.title}>{text("finding.evidence")}</h3>
      {shown.length === 0 && <Text className={styles.quiet}>{text("finding.evidence.none")}</Text>}
      <ul className={styles.list}>
        {shown.map((each) => (
          <li key={`${each.kind} ${each.id}`} className={styles.line}>
            <EvidenceLine evidence={each} of={finding.kind} />
          </li>
        ))}
      </ul>
      {shown.length < evidence.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {text("finding.evidence.all", { total: evidence.length })}
        </Button>
      )}
      {all && evidence.length < count && (
        <Text size={200} className={styles.quiet}>
          {text("finding.evidence.first", { shown: evidence.length, total: count })}
        </Text>
      )}
    </>
  );
}

interface LineProps {
  readonly evidence: Evidence;
  readonly of: FindingAnswer["kind"];
}

function EvidenceLine({ evidence, of }: LineProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const about = aboutWords(evidence, of, text, format);
  const place = placeOf(evidence);
  if (evidence.kind === "risk" || evidence.kind === "renewal") return <>{about}</>;
  const title = evidence.title ?? text("finding.evidence.gone");
  return (
    <>
      {place !== null && evidence.title !== null ? <TeamLink {...place}>{title}</TeamLink> : title}
      {about !== null && <span className={styles.quiet}> · {about}</span>}
    </>
  );
}

function placeOf({ kind, id }: Evidence) {
  switch (kind) {
    case "device":
      return { to: "/inventory", filters: { device: id } };
    case "person":
      return { to: personPlace(id) };
    case "application":
      return { to: `/applications/${encodeURIComponent(id)}` };
    case "team":
      return { to: `/teams/${encodeURIComponent(id)}` };
    case "licence":
      return { to: `/licences/${encodeURIComponent(id)}` };
    case "survey":
      return { to: `/surveys/${encodeURIComponent(id)}` };
    case "wave":
      return { to: `/waves/${encodeURIComponent(id)}` };
    case "survey-item":
    case "renewal":
    case "risk":
      return null;
  }
}

/** When a device was confirmed is told where that is what was looked at: no day says nothing elsewhere. */
function aboutWords(
  { kind, id, day, figure }: Evidence,
  of: FindingAnswer["kind"],
  text: Words,
  format: Format,
): string | null {
  switch (kind) {
    case "device":
      if (of !== "not-confirmed" && of !== "kit-held-by-leaver") return null;
      return day === null
        ? text("finding.evidence.neverConfirmed")
        : text("finding.evidence.confirmed", { day: format.date(day) });
    case "application":
      return day === null ? null : text("finding.evidence.ends", { day: format.date(day) });
    case "risk":
      return text("finding.evidence.risk", { risk: id, score: figure ?? 0 });
    case "renewal":
      return day === null ? null : text("finding.evidence.renewal", { day: format.date(day) });
    case "licence":
      return figure === null ? null : text("finding.evidence.seats", { count: figure });
    case "survey-item":
      return figure === null
        ? text("finding.evidence.percentHidden")
        : text("finding.evidence.percent", { percent: Math.round(figure) });
    case "survey":
      return day === null ? null : text("finding.evidence.closed", { day: format.date(day) });
    case "person":
    case "team":
    case "wave":
      return null;
  }
}
