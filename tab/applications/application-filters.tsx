import { makeStyles, tokens } from "@fluentui/react-components";
import { applicationKinds, lifecycles } from "../../src/domain/application/application";
import { dispositions } from "../../src/domain/application/disposition";
import { DeviceSearch } from "../inventory/device-search";
import { Choice } from "../inventory/filter-fields";
import { TeamPicker } from "../inventory/team-picker";
import { useText } from "../language/use-text";
import type { ApplicationView } from "./application-view";
import { MoreFilters } from "./more-filters";

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
  readonly view: ApplicationView;
  readonly onSearch: (search: string) => void;
  readonly onChange: (change: Partial<ApplicationView>) => void;
}

export function ApplicationFilters({ view, onSearch, onChange }: FiltersProps) {
  const text = useText();
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know <search> yet
    <div role="search" aria-label={text("inventory.filters")} className={styles.row}>
      <DeviceSearch
        className={styles.search}
        placeholder={text("application.searchPlaceholder")}
        value={view.search}
        onChange={onSearch}
      />
      <TeamPicker
        className={styles.team}
        label={text("application.field.teamId")}
        placeholder={text("inventory.anyTeam")}
        value={view.team}
        onChange={(team) => onChange({ team })}
      />
      <Choice
        className={styles.choice}
        label={text("application.field.kind")}
        any={text("application.anyKind")}
        values={applicationKinds}
        word={(kind) => text(`application.kind.${kind}`)}
        value={view.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        className={styles.choice}
        label={text("application.field.lifecycle")}
        any={text("application.anyLifecycle")}
        values={lifecycles}
        word={(lifecycle) => text(`application.lifecycle.${lifecycle}`)}
        value={view.lifecycle}
        onChange={(lifecycle) => onChange({ lifecycle })}
      />
      <Choice
        className={styles.choice}
        label={text("application.field.disposition")}
        any={text("application.anyDisposition")}
        values={dispositions}
        word={(disposition) => text(`application.disposition.${disposition}`)}
        value={view.disposition}
        onChange={(disposition) => onChange({ disposition })}
      />
      <MoreFilters view={view} onChange={onChange} />
    </div>
  );
}
