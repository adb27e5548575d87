import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { HomeTeamPreviewAnswer } from "../../../src/contracts/home-team-contract";
import { DataTable } from "../../applications/data-table";
import { useFormat } from "../../language/use-format";
import { useText } from "../../language/use-text";
import { TeamCard } from "../../teams/team-card";

const useStyles = makeStyles({
  lines: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});

const namesShown = 10;

/** What a rule would do at the next sync; nothing has been done. */
export function HomeTeamPreview({ preview }: { readonly preview: HomeTeamPreviewAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { asOf, teamsMade, moves, unread } = preview;
  if (asOf === null) return <Text role="status">{text("sync.home.previewNever")}</Text>;
  const counted = (count: number) => ({ count, total: format.number(count) });
  const made = [...teamsMade.slice(0, namesShown), ...(teamsMade.length > namesShown ? ["…"] : [])];
  const lines = [
    text("sync.home.moved", counted(preview.moved)),
    teamsMade.length === 0
      ? text("sync.home.noTeamsMade")
      : text("sync.home.teamsMade", { ...counted(teamsMade.length), names: made.join(", ") }),
    ...(["byHand", "elsewhere", "without"] as const)
      .filter((name) => preview[name] > 0)
      .map((name) => text(`sync.home.${name}`, counted(preview[name]))),
    ...(unread.length > 0 ? [text("sync.home.unread", { names: unread.join(", ") })] : []),
  ];
  return (
    <TeamCard title={text("sync.home.previewTitle")}>
      <Text role="status">{text("sync.home.previewAsOf", { when: format.dateTime(asOf) })}</Text>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {moves.length > 0 && (
        <DataTable
          label={text("sync.home.moves")}
          columns={[
            {
              key: "move",
              heading: text("sync.home.column.move"),
              cell: ({ from, to }) => text("sync.home.move", { from: from ?? text("sync.home.noTeam"), to }),
            },
            {
              key: "people",
              heading: text("sync.home.column.people"),
              cell: ({ people }) => format.number(people),
            },
          ]}
          items={moves.map((move) => ({ ...move, id: `${move.from} ${move.to}` }))}
        />
      )}
    </TeamCard>
  );
}
