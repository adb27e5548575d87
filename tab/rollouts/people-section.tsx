import { Button, Checkbox, makeStyles, SearchBox, Select, tokens } from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import type { ParticipantAnswer, WaveDetailsAnswer } from "../../src/contracts/wave-contract";
import { type ParticipantState, participantStates } from "../../src/domain/rollout/participant";
import { type Column, DataTable } from "../applications/data-table";
import { Section } from "../inventory/details/section";
import { useFocusReturn } from "../inventory/use-focus-return";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { usePeopleColumns } from "./people-columns";
import { PeopleDialog } from "./people-dialog";
import { useParticipants } from "./use-rollouts";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  search: { flex: "0 1 260px" },
  more: { alignSelf: "flex-start" },
});

interface Props {
  readonly wave: WaveDetailsAnswer;
  readonly mayChange: boolean;
}

/** Everybody of a wave by state; many can be changed at once. */
export function PeopleSection({ wave, mayChange }: Props) {
  const text = useText();
  const styles = useStyles();
  const [state, setState] = useState<ParticipantState | null>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [changing, setChanging] = useState(false);
  const rememberOpener = useFocusReturn(changing);
  const query = useParticipants(wave.id, { state, search: useDeferredValue(typed.trim()) });
  const { people } = query;
  const columns = usePeopleColumns();
  const choice = useChoice(people, chosen, setChosen);
  const items = people.map((person) => ({ ...person, id: person.personId }));
  const done = () => {
    setChosen(new Set());
    setChanging(false);
  };
  return (
    <Section level={2} title={text("rollout.people")}>
      <div className={styles.bar}>
        <StateChoice counts={wave.counts} state={state} onChoose={setState} />
        <SearchBox
          className={styles.search}
          aria-label={text("rollout.search")}
          placeholder={text("rollout.search")}
          maxLength={200}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
        {chosen.size > 0 && <span role="status">{text("rollout.selected", { count: chosen.size })}</span>}
        {chosen.size > 0 && (
          <Button
            appearance="primary"
            onClick={() => {
              rememberOpener();
              setChanging(true);
            }}
          >
            {text("rollout.changePeople")}
          </Button>
        )}
      </div>
      {query.isPending && <LoadingState rows={6} />}
      {query.isError && query.data === undefined && (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && people.length === 0 && <span role="status">{text("rollout.noPeople")}</span>}
      {people.length > 0 && (
        <DataTable
          label={text("rollout.people")}
          columns={mayChange ? [...columns, choice] : columns}
          items={items}
        />
      )}
      {query.hasNextPage && (
        <Button
          className={styles.more}
          disabledFocusable={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {text("rollout.more")}
        </Button>
      )}
      {changing && (
        <PeopleDialog wave={wave} personIds={[...chosen]} onDone={done} onClose={() => setChanging(false)} />
      )}
    </Section>
  );
}

/** A column to choose people with, and its head to choose all that are shown. */
function useChoice(
  people: readonly ParticipantAnswer[],
  chosen: ReadonlySet<string>,
  setChosen: (chosen: ReadonlySet<string>) => void,
): Column<ParticipantAnswer & { readonly id: string }> {
  const text = useText();
  const all = people.length > 0 && people.every(({ personId }) => chosen.has(personId));
  const choose = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  return {
    key: "choose",
    heading: (
      <Checkbox
        aria-label={text("rollout.selectAll")}
        checked={all}
        onChange={(_, { checked }) =>
          choose(
            people.map(({ personId }) => personId),
            checked === true,
          )
        }
      />
    ),
    cell: ({ personId, personName }) => (
      <Checkbox
        aria-label={text("rollout.select", { name: personName ?? text("rollout.somebody") })}
        checked={chosen.has(personId)}
        onChange={(_, { checked }) => choose([personId], checked === true)}
      />
    ),
  };
}

interface ChoiceProps {
  readonly counts: WaveDetailsAnswer["counts"];
  readonly state: ParticipantState | null;
  readonly onChoose: (state: ParticipantState | null) => void;
}

function StateChoice({ counts, state, onChoose }: ChoiceProps) {
  const text = useText();
  const format = useFormat();
  const all = participantStates.reduce((sum, each) => sum + counts[each], 0);
  return (
    <Select
      aria-label={text("rollout.column.state")}
      value={state ?? ""}
      onChange={(_, { value }) => onChoose(participantStates.find((each) => each === value) ?? null)}
    >
      <option value="">{`${text("rollout.allPeople")} (${format.number(all)})`}</option>
      {participantStates.map((each) => (
        <option key={each} value={each}>
          {`${text(`rollout.person.${each}`)} (${format.number(counts[each])})`}
        </option>
      ))}
    </Select>
  );
}
