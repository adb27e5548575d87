import { makeStyles, tokens } from "@fluentui/react-components";
import { DeviceSearch } from "../inventory/device-search";
import { Choice } from "../inventory/filter-fields";
import { TeamPicker } from "../inventory/team-picker";
import { useText } from "../language/use-text";
import { type PeopleView, presences } from "./people-view";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  search: { flex: "2 1 260px", minWidth: 0, maxWidth: "none" },
  team: { flex: "1 1 220px", minWidth: 0 },
  choice: { flex: "1 1 150px", minWidth: 0 },
});

interface FiltersProps {
  readonly view: PeopleView;
  readonly onSearch: (search: string) => void;
  readonly onChange: (change: Partial<PeopleView>) => void;
}

export function PeopleFilters({ view, onSearch, onChange }: FiltersProps) {
  const text = useText();
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know <search> yet
    <div role="search" aria-label={text("inventory.filters")} className={styles.row}>
      <DeviceSearch
        className={styles.search}
        placeholder={text("person.searchPlaceholder")}
        value={view.search}
        onChange={onSearch}
      />
      <TeamPicker
        className={styles.team}
        label={text("person.field.teamId")}
        placeholder={text("inventory.anyTeam")}
        value={view.team}
        onChange={(team) => onChange({ team })}
      />
      <Choice
        className={styles.choice}
        label={text("person.presence")}
        any={text("person.anybody")}
        values={presences}
        word={(presence) => text(`person.presence.${presence}`)}
        value={view.presence}
        onChange={(presence) => onChange({ presence })}
      />
    </div>
  );
}
