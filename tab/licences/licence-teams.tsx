import { Button, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceDetailsAnswer } from "../../src/contracts/licence-contract";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamOf } from "../people/people-table";
import { TeamCard } from "../teams/team-card";
import { Amount } from "./licence-table";

const useStyles = makeStyles({ heading: { whiteSpace: "nowrap" } });

/** Those with the most seats; the holders below are not to be out of reach. */
const firstTeams = 8;

type Team = LicenceDetailsAnswer["teams"][number];

/** How many seats each home team holds and does not use, and what those cost. */
export function LicenceTeams({ teams }: { readonly teams: readonly Team[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const columns: Column<Team & { readonly id: string }>[] = [
    { key: "team", heading: text("person.field.teamId"), cell: ({ teamId }) => <TeamOf teamId={teamId} /> },
    {
      key: "held",
      heading: <span className={styles.heading}>{text("licence.one.held")}</span>,
      cell: ({ held }) => format.number(held),
    },
    {
      key: "unused",
      heading: <span className={styles.heading}>{text("licence.one.unused")}</span>,
      cell: ({ unused }) => format.number(unused),
    },
    {
      key: "cost",
      heading: text("licence.column.cost"),
      room: "wide",
      cell: ({ monthlyCost }) => <Amount money={monthlyCost} />,
    },
    {
      key: "waste",
      heading: text("licence.column.waste"),
      room: "wide",
      cell: ({ monthlyWaste }) => <Amount money={monthlyWaste} />,
    },
  ];
  const [all, setAll] = useState(false);
  const shown = all ? teams : teams.slice(0, firstTeams);
  const items = shown.map((team) => ({ ...team, id: team.teamId ?? "" }));
  return (
    <TeamCard title={text("licence.one.teams")}>
      {items.length === 0 ? (
        <span>{text("licence.one.noTeams")}</span>
      ) : (
        <DataTable label={text("licence.one.teams")} columns={columns} items={items} />
      )}
      {shown.length < teams.length && (
        <div>
          <Button onClick={() => setAll(true)}>
            {text("licence.one.allTeams", { total: format.number(teams.length) })}
          </Button>
        </div>
      )}
    </TeamCard>
  );
}
