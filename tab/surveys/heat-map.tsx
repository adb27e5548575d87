import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CSSProperties } from "react";
import { Link, useLocation } from "react-router";
import type { SurveyAnswer } from "../../src/contracts/survey-contract";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { narrow } from "../shell/theme";
import { figuresOf, type PlacedNode, shareOf, shareText } from "./result-view";
import { useStatementWords } from "./survey-answer-form";

const printed = "@media print";

const useStyles = makeStyles({
  card: {
    overflowX: "auto",
    [printed]: { overflowX: "visible", boxShadow: "none" },
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // On paper nothing scrolls: all statements have to fit beside each other.
  table: { width: "100%", borderCollapse: "collapse", [printed]: { fontSize: "9px", lineHeight: "12px" } },
  row: { breakInside: "avoid" },
  head: {
    padding: tokens.spacingHorizontalS,
    textAlign: "start",
    verticalAlign: "bottom",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  team: {
    padding: tokens.spacingHorizontalS,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    minWidth: "92px",
    [printed]: { minWidth: 0, padding: "2px 4px" },
    padding: tokens.spacingHorizontalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  choose: {
    display: "inline-block",
    minWidth: "120px",
    [narrow]: { minWidth: "96px" },
    [printed]: { minWidth: 0 },
    padding: `${tokens.spacingVerticalXS} 0`,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
  },
  track: {
    height: "6px",
    marginTop: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    overflow: "hidden",
  },
  bar: { height: "100%", backgroundColor: tokens.colorCompoundBrandBackground, forcedColorAdjust: "none" },
  share: { fontWeight: tokens.fontWeightSemibold },
  hidden: { color: tokens.colorNeutralForeground2 },
  strong: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  weak: { backgroundColor: tokens.colorPaletteRedBackground1 },
  indent: {
    display: "block",
    paddingInlineStart: "calc(var(--depth) * 16px)",
    [narrow]: { paddingInlineStart: "calc(var(--depth) * 6px)" },
  },
  /** On a phone it stands under the name, so that a statement is in sight too. */
  answered: { [narrow]: { display: "none" } },
  below: { display: "none", color: tokens.colorNeutralForeground2, [narrow]: { display: "block" } },
});

interface Props {
  readonly survey: SurveyAnswer;
  readonly nodes: readonly PlacedNode[];
}

/** Teams by statements. Each cell tells its number in words and as the length of a bar; the colour only helps. */
export function HeatMap({ survey, nodes }: Props) {
  const styles = useStyles();
  const text = useText();
  const words = useStatementWords();
  const { search } = useLocation();
  const to = (part: "teams" | "items", id: string) => ({
    pathname: `/surveys/${encodeURIComponent(survey.id)}/${part}/${encodeURIComponent(id)}`,
    search: keptSearch(search),
  });
  const answered = ({ responded, invited }: PlacedNode) =>
    text("surveyPage.answered", {
      some: responded,
      all: invited,
      percent: invited === 0 ? 0 : Math.round((100 * responded) / invited),
    });
  return (
    <div className={styles.card}>
      <table className={styles.table} aria-label={text("confidence.results.title")}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {text("confidence.results.team")}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.answered)}>
              {text("confidence.results.answered")}
            </th>
            {survey.items.map((item) => (
              <th key={item.id} scope="col" className={styles.head}>
                <Link className={styles.choose} to={to("items", item.id)}>
                  {words(item)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.teamId} className={styles.row}>
              <th scope="row" className={styles.team}>
                <span className={styles.indent} style={{ "--depth": node.depth } as CSSProperties}>
                  <Link className={styles.choose} to={to("teams", node.teamId)}>
                    {node.name}
                  </Link>
                  <span className={styles.below}>{answered(node)}</span>
                </span>
              </th>
              <td className={mergeClasses(styles.cell, styles.answered)}>{answered(node)}</td>
              {survey.items.map((item) => (
                <Cell key={item.id} node={node} itemId={item.id} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const strongFrom = 70;
const weakUnder = 40;

function Cell({ node, itemId }: { readonly node: PlacedNode; readonly itemId: string }) {
  const styles = useStyles();
  const text = useText();
  const shown = figuresOf(node, itemId);
  if (shown === null) {
    return <td className={mergeClasses(styles.cell, styles.hidden)}>{text("confidence.results.hidden")}</td>;
  }
  const { low, high } = shareOf(shown);
  const look = low >= strongFrom ? styles.strong : high < weakUnder ? styles.weak : undefined;
  return (
    <td className={mergeClasses(styles.cell, look)}>
      <span className={styles.share}>{shareText(shown, text)}</span>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.bar} style={{ width: `${(low + high) / 2}%` }} />
      </div>
    </td>
  );
}
