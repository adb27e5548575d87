import { Checkbox } from "@fluentui/react-components";
import { Choice } from "../inventory/filter-fields";
import { ListFilters, useFilterStyles } from "../inventory/list-filters";
import { useText } from "../language/use-text";
import { type PeopleView, presences } from "./people-view";

interface FiltersProps {
  readonly view: PeopleView;
  readonly onSearch: (search: string) => void;
  readonly onChange: (change: Partial<PeopleView>) => void;
}

export function PeopleFilters({ view, onSearch, onChange }: FiltersProps) {
  const text = useText();
  const styles = useFilterStyles();
  return (
    <ListFilters
      search={view.search}
      searchPlaceholder={text("person.searchPlaceholder")}
      onSearch={onSearch}
      team={view.team}
      teamLabel={text("person.field.teamId")}
      onTeam={(team) => onChange({ team })}
    >
      {view.team !== null && (
        <Checkbox
          label={text("person.below")}
          checked={view.below}
          onChange={(_, { checked }) => onChange({ below: checked === true })}
        />
      )}
      <Choice
        className={styles.choice}
        label={text("person.presence")}
        any={text("person.anybody")}
        values={presences}
        word={(presence) => text(`person.presence.${presence}`)}
        value={view.presence}
        onChange={(presence) => onChange({ presence })}
      />
    </ListFilters>
  );
}
