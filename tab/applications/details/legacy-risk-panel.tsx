import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ApplicationDetailAnswer } from "../../../src/contracts/application-contract";
import type { LegacyRisk } from "../../../src/domain/application/legacy-risk";
import { Section } from "../../inventory/details/section";
import { useFocusReturn } from "../../inventory/use-focus-return";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { useMe } from "../../session/session";
import { RatingMark } from "../application-marks";
import { JudgeDialog } from "./judge-dialog";

const useStyles = makeStyles({
  list: { display: "grid", rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyle: "none" },
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: tokens.spacingHorizontalM,
    alignItems: "center",
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  bar: { display: "flex", columnGap: "2px", marginTop: tokens.spacingVerticalXXS },
  step: {
    width: "18px",
    height: "6px",
    boxSizing: "border-box",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  filled: { backgroundColor: tokens.colorNeutralStrokeAccessible },
});

type Scored = ApplicationDetailAnswer["legacyRisk"][number];

/** The seven scores with where each comes from, and the way to judge otherwise. */
export function LegacyRiskPanel({ application }: { readonly application: ApplicationDetailAnswer }) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const [judged, setJudged] = useState<LegacyRisk | null>(null);
  const rememberOpener = useFocusReturn(judged !== null);
  return (
    <Section title={text("application.sectionRisk")}>
      <RatingMark rating={application.legacyRating} />
      <ul className={styles.list}>
        {application.legacyRisk.map((scored) => (
          <li key={scored.risk} className={styles.item}>
            <RiskLine scored={scored} />
            {can["application.change"] && (
              <Button
                size="small"
                aria-label={text("application.judgeLabel", { risk: text(`application.risk.${scored.risk}`) })}
                onClick={() => {
                  rememberOpener();
                  setJudged(scored.risk);
                }}
              >
                {text("application.judge")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.quiet}>
        {text("application.riskSource")}
      </Text>
      {judged !== null && (
        <JudgeDialog application={application} risk={judged} onClose={() => setJudged(null)} />
      )}
    </Section>
  );
}

function RiskLine({ scored }: { readonly scored: Scored }) {
  const text = useText();
  const styles = useStyles();
  const { risk, score } = scored;
  return (
    <div>
      <Text weight="semibold">
        {risk} {text(`application.risk.${risk}`)}
      </Text>
      {score !== null && (
        <>
          {" · "}
          <Text>{text("application.riskScore", { score })}</Text>
          <div className={styles.bar} aria-hidden>
            {[1, 2, 3, 4, 5, 6].map((step) => (
              <span key={step} className={step <= score ? `${styles.step} ${styles.filled}` : styles.step} />
            ))}
          </div>
        </>
      )}
      <Text block size={200} className={styles.quiet}>
        <SourceWords scored={scored} />
      </Text>
    </div>
  );
}

function SourceWords({ scored: { risk, source, day, percent, reason } }: { readonly scored: Scored }) {
  const text = useText();
  const format = useFormat();
  if (source === "person") return text("application.riskFromPerson", { reason: reason ?? "" });
  if (source === null) return text("application.riskUnknown");
  if (source === "survey") {
    return text("application.riskFromSurvey", { day: format.date(day), percent: percent ?? 0 });
  }
  const key = risk === "L2" ? "application.riskFromContract" : "application.riskFromSupport";
  return text(key, { day: format.date(day) });
}
