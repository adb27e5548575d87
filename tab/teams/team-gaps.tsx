import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import type { TeamGapAnswer } from "../../src/contracts/team-contract";
import { useFormat } from "../language/use-format";
import { type Text, useText } from "../language/use-text";
import { TeamCard } from "./team-card";
import { personPlace, TeamLink } from "./team-link";

const shownAtFirst = 5;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  gap: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, ":first-child": { borderTop: "none" } },
  summary: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "40px",
    cursor: "pointer",
    listStyle: "none",
    "::-webkit-details-marker": { display: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  turned: { transform: "rotate(90deg)" },
  warning: { flexShrink: 0, fontSize: "18px", color: tokens.colorPaletteMarigoldForeground1 },
  good: { flexShrink: 0, fontSize: "18px", color: tokens.colorPaletteGreenForeground1 },
  none: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, margin: 0 },
  body: { padding: `0 0 ${tokens.spacingVerticalM} 52px` },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  evidence: { margin: `${tokens.spacingVerticalXS} 0`, paddingInlineStart: "1.2em", lineHeight: "24px" },
});

/** What is missing or wrong, the most pressing first; each opens to what shows it. */
export function TeamGaps({ gaps }: { readonly gaps: readonly TeamGapAnswer[] }) {
  const styles = useStyles();
  const text = useText();
  return (
    <TeamCard title={text("team.gaps")}>
      {gaps.length === 0 ? (
        <p className={styles.none}>
          <CheckmarkCircleFilled className={styles.good} aria-hidden="true" /> {text("team.gapsNone")}
        </p>
      ) : (
        <ul className={styles.list}>
          {gaps.map((gap) => (
            <li key={gap.kind} className={styles.gap}>
              <Gap gap={gap} />
            </li>
          ))}
        </ul>
      )}
    </TeamCard>
  );
}

function Gap({ gap: { kind, count, evidence } }: { readonly gap: TeamGapAnswer }) {
  const styles = useStyles();
  const text = useText();
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const shown = all ? evidence : evidence.slice(0, shownAtFirst);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <ChevronRightRegular
          className={mergeClasses(styles.chevron, open && styles.turned)}
          aria-hidden="true"
        />
        <WarningFilled className={styles.warning} aria-hidden="true" />
        <span>{text(`team.gap.${kind}`, { count })}</span>
      </summary>
      <div className={styles.body}>
        <p className={styles.quiet}>{text(`team.gapText.${kind}`)}</p>
        <ul className={styles.evidence}>
          {shown.map((item) => (
            <li key={item.id}>
              <EvidenceLine gap={kind} evidence={item} />
            </li>
          ))}
        </ul>
        {shown.length < evidence.length && (
          <Button size="small" onClick={() => setAll(true)}>
            {text("team.showAll", { total: evidence.length })}
          </Button>
        )}
        {evidence.length < count && (
          <p className={styles.quiet}>{text("team.firstOf", { shown: evidence.length, total: count })}</p>
        )}
      </div>
    </details>
  );
}

interface EvidenceProps {
  readonly gap: TeamGapAnswer["kind"];
  readonly evidence: TeamGapAnswer["evidence"][number];
}

function EvidenceLine({ gap, evidence: { kind, id, title, about, since } }: EvidenceProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const when = sinceWords(gap, since === null ? null : format.date(since), text);
  const place = {
    device: { to: "/inventory", filters: { device: id } },
    person: { to: personPlace(id) },
    application: { to: `/applications/${encodeURIComponent(id)}` },
    team: { to: `/teams/${encodeURIComponent(id)}` },
  }[kind];
  const after = kind === "application" && about !== null ? text("team.replacedBy", { name: about }) : about;
  const more = [after, when].filter((part) => part !== null);
  return (
    <>
      <TeamLink {...place}>{title}</TeamLink>
      {more.length > 0 && <span className={styles.quiet}> · {more.join(" · ")}</span>}
    </>
  );
}

function sinceWords(gap: TeamGapAnswer["kind"], when: string | null, text: Text): string | null {
  switch (gap) {
    case "unconfirmed":
      return when === null ? text("team.since.never") : text("team.since.unconfirmed", { when });
    case "out-of-warranty":
      return text("team.since.out-of-warranty", { when: when ?? "" });
    case "os-ended":
    case "replacement-due":
    case "contract-ended":
    case "ends-before-replacement":
      return text(`team.since.${gap}`, { when: when ?? "" });
    default:
      return null;
  }
}
