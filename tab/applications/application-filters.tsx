import { applicationKinds, lifecycles } from "../../src/domain/application/application";
import { dispositions } from "../../src/domain/application/disposition";
import { Choice } from "../inventory/filter-fields";
import { ListFilters, useFilterStyles } from "../inventory/list-filters";
import { useText } from "../language/use-text";
import type { ApplicationView } from "./application-view";
import { MoreFilters } from "./more-filters";

interface FiltersProps {
  readonly view: ApplicationView;
  readonly onSearch: (search: string) => void;
  readonly onChange: (change: Partial<ApplicationView>) => void;
}

export function ApplicationFilters({ view, onSearch, onChange }: FiltersProps) {
  const text = useText();
  const styles = useFilterStyles();
  return (
    <ListFilters
      search={view.search}
      searchPlaceholder={text("application.searchPlaceholder")}
      onSearch={onSearch}
      team={view.team}
      teamLabel={text("application.field.teamId")}
      onTeam={(team) => onChange({ team })}
    >
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
    </ListFilters>
  );
}
