import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useText } from "../language/use-text";
import { DeviceSearch } from "./device-search";
import { TeamPicker } from "./team-picker";

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
});

/** What narrows a list beside words and team lies in this row too. */
export const useFilterStyles = makeStyles({ choice: { flex: "1 1 150px", minWidth: 0 } });

interface ListFiltersProps {
  readonly search: string;
  readonly searchPlaceholder: string;
  readonly onSearch: (search: string) => void;
  readonly team: string | null;
  readonly teamLabel: string;
  readonly onTeam: (team: string | null) => void;
  readonly children: ReactNode;
}

/** The row above a list: words, team, and what else narrows it. */
export function ListFilters(props: ListFiltersProps) {
  const text = useText();
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2023 do not know <search> yet
    <div role="search" aria-label={text("inventory.filters")} className={styles.row}>
      <DeviceSearch
        className={styles.search}
        placeholder={props.searchPlaceholder}
        value={props.search}
        onChange={props.onSearch}
      />
      <TeamPicker
        className={styles.team}
        label={props.teamLabel}
        placeholder={text("inventory.anyTeam")}
        value={props.team}
        onChange={props.onTeam}
      />
      {props.children}
    </div>
  );
}
