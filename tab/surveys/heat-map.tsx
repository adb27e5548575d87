import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import type { SurveyAnswer } from "../../src/contracts/survey-contract";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { figuresOf, type PlacedNode, shareOf, shareText } from "./result-view";
import { useStatementWords } from "./survey-answer-form";

const useStyles = makeStyles({
  card: {
    overflowX: "auto",
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { width: "100%", borderCollapse: "collapse" },
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
    padding: tokens.spacingHorizontalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  choose: {
    display: "inline-block",
    minWidth: "120px",
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
  hidden: { color: tokens.colorNeutralForeground2 },
  strong: { backgroundColor: tokens.colorPaletteGreenBackground1 },
  weak: { backgroundColor: tokens.colorPaletteRedBackground1 },
  indent: { display: "block" },
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
  return (
    <div className={styles.card}>
      <table className={styles.table} aria-label={text("confidence.results.title")}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {text("confidence.results.team")}
            </th>
            <th scope="col" className={styles.head}>
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
            <tr key={node.teamId}>
              <th scope="row" className={styles.team}>
                <span className={styles.indent} style={{ paddingInlineStart: `${node.depth * 16}px` }}>
                  <Link className={styles.choose} to={to("teams", node.teamId)}>
                    {node.name}
                  </Link>
                </span>
              </th>
              <td className={styles.cell}>
                {text("confidence.results.of", { some: node.responded, all: node.invited })}
              </td>
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
      <Text weight="semibold">{shareText(shown, text)}</Text>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.bar} style={{ width: `${(low + high) / 2}%` }} />
      </div>
    </td>
  );
}
