import { Button, Checkbox, Field, makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useDeferredValue, useState } from "react";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import type { Chosen, DraftFields } from "./check-in-draft";
import { ChosenList } from "./chosen-list";
import { useTeams } from "./use-teams";

const useStyles = makeStyles({
  root: { display: "grid", gap: tokens.spacingVerticalS },
  found: {
    maxHeight: "180px",
    overflowY: "auto",
    margin: 0,
    padding: tokens.spacingHorizontalXXS,
    listStyle: "none",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { maxWidth: "none" },
  option: { width: "100%", justifyContent: "flex-start", textAlign: "start" },
});

interface Props {
  readonly fields: Pick<DraftFields, "teams" | "includeBelow">;
  readonly onChange: (changed: Partial<DraftFields>) => void;
  readonly problem: string | null;
}

/** Search, add, and take away again; buttons all the way, so that it works by keyboard as it stands. */
export function TeamChoice({ fields, onChange, problem }: Props) {
  const styles = useStyles();
  const text = useText();
  const { teams } = fields;
  return (
    <div className={styles.root}>
      <ChosenList
        items={teams}
        label={text("checkInForm.chosenTeams")}
        onRemove={(id) => onChange({ teams: teams.filter((team) => team.id !== id) })}
      />
      <TeamSearch
        chosen={teams}
        problem={problem}
        onAdd={({ id, name }) => onChange({ teams: [...teams, { id, name }] })}
      />
      <Checkbox
        checked={fields.includeBelow}
        label={text("checkInForm.below")}
        onChange={(_, { checked }) => onChange({ includeBelow: checked === true })}
      />
    </div>
  );
}

interface SearchProps {
  readonly chosen: readonly Chosen[];
  readonly problem: string | null;
  readonly onAdd: (team: Chosen) => void;
}

function TeamSearch({ chosen, problem, onAdd }: SearchProps) {
  const styles = useStyles();
  const text = useText();
  const [search, setSearch] = useState("");
  const found = useTeams(useDeferredValue(search.trim()));
  const open = found.data?.items.filter(({ id }) => !chosen.some((team) => team.id === id)) ?? [];
  return (
    <>
      <Field label={text("checkInForm.findTeam")} validationMessage={problem} required>
        <SearchBox className={styles.search} value={search} onChange={(_, { value }) => setSearch(value)} />
      </Field>
      {found.error !== null && <ProblemMessage problem={found.error} title={text("common.error.title")} />}
      {found.isSuccess && open.length === 0 && <Text role="status">{text("common.noMatches")}</Text>}
      {open.length > 0 && (
        <ul className={styles.found} aria-label={text("checkInForm.teamResults")}>
          {open.map((team) => (
            <li key={team.id}>
              <Button
                appearance="subtle"
                className={styles.option}
                icon={<AddRegular />}
                aria-label={text("checkInForm.addTeam", { name: team.name })}
                onClick={() => onAdd(team)}
              >
                {team.name}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
