import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import { lazy, Suspense, useState } from "react";
import { useText } from "../language/use-text";
import { DeviceSearch } from "./device-search";
import { StatusFilter, TypeFilter } from "./filter-fields";
import { countFilters, type ListView } from "./list-view";
import { MoreFilters } from "./more-filters";
import { TeamFilter } from "./team-filter";
import { useFocusReturn } from "./use-focus-return";

const FilterDrawer = lazy(async () => ({ default: (await import("./filter-drawer")).FilterDrawer }));

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, minWidth: 0 },
  search: { flex: "1 1 260px", minWidth: 0, maxWidth: "none" },
  team: { flex: "1 1 220px", minWidth: "0", maxWidth: "300px" },
  /** Else the number of filters would sit in a button as wide as words. */
  folded: { minWidth: "32px", flexShrink: 0 },
  choice: { flex: "0 1 170px", minWidth: "0" },
});

interface DeviceFiltersProps {
  readonly view: ListView;
  /** Folds all but the search away. */
  readonly folded: boolean;
  readonly onSearch: (search: string) => void;
  readonly onChange: (change: Partial<ListView>) => void;
}

export function DeviceFilters({ view, folded, onSearch, onChange }: DeviceFiltersProps) {
  const styles = useStyles();
  const text = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know <search> yet
    <div role="search" aria-label={text("inventory.filters")} className={styles.row}>
      <DeviceSearch className={styles.search} value={view.search} onChange={onSearch} />
      {folded ? (
        <FoldedFilters view={view} onChange={onChange} />
      ) : (
        <>
          <TeamFilter className={styles.team} view={view} onChange={onChange} />
          <StatusFilter className={styles.choice} view={view} onChange={onChange} />
          <TypeFilter className={styles.choice} view={view} onChange={onChange} />
          <MoreFilters view={view} onChange={onChange} />
        </>
      )}
    </div>
  );
}

function FoldedFilters({ view, onChange }: Pick<DeviceFiltersProps, "view" | "onChange">) {
  const text = useText();
  const styles = useStyles();
  const [open, setOpen] = useState<boolean | null>(null);
  const rememberOpener = useFocusReturn(open === true);
  const count = countFilters(view);
  return (
    <>
      <Button
        className={styles.folded}
        icon={<FilterRegular />}
        aria-label={count === 0 ? text("inventory.filters") : text("inventory.filtersActive", { count })}
        aria-expanded={open === true}
        onClick={() => {
          rememberOpener();
          setOpen(true);
        }}
      >
        {count === 0 ? undefined : String(count)}
      </Button>
      {open !== null && (
        <Suspense fallback={null}>
          <FilterDrawer open={open} view={view} onChange={onChange} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
