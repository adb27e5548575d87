import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { lazy, Suspense, useState } from "react";
import { useText } from "../language/use-text";
import { Clipped } from "./device-cells";
import type { FilterProps } from "./filter-fields";
import { useTeamOptions } from "./use-teams";

const TeamPicker = lazy(async () => ({ default: (await import("./team-picker")).TeamPicker }));

const useStyles = makeStyles({
  closed: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    boxSizing: "border-box",
    height: "32px",
    padding: `0 ${tokens.spacingHorizontalMNudge}`,
    font: "inherit",
    textAlign: "left",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { borderTopColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
  icon: { flexShrink: 0, fontSize: "20px", color: tokens.colorNeutralStrokeAccessible },
});

/**
 * Closed it is a button; the picker behind it, with all that places and searches its list, is fetched when
 * somebody opens it, because most visits never do.
 */
export function TeamFilter({ view, onChange, className }: FilterProps) {
  const text = useText();
  const [used, setUsed] = useState(false);
  const closed = <ClosedFilter view={view} className={className} onOpen={() => setUsed(true)} />;
  if (!used) return closed;
  return (
    <Suspense fallback={closed}>
      <TeamPicker
        className={className}
        label={text("inventory.column.team")}
        placeholder={text("inventory.anyTeam")}
        value={view.team}
        onChange={(team) => onChange({ team })}
        opened
      />
    </Suspense>
  );
}

interface ClosedProps extends Pick<FilterProps, "view" | "className"> {
  readonly onOpen: () => void;
}

function ClosedFilter({ view, className, onOpen }: ClosedProps) {
  const text = useText();
  const styles = useStyles();
  const { options, loading } = useTeamOptions();
  const name = options.find((option) => option.id === view.team)?.name;
  const gone = text(loading ? "common.loading" : "inventory.teamGone");
  const words = view.team === null ? text("inventory.anyTeam") : (name ?? gone);
  return (
    <button
      type="button"
      aria-haspopup="listbox"
      aria-label={`${text("inventory.column.team")}: ${words}`}
      className={mergeClasses(styles.closed, className)}
      onClick={onOpen}
    >
      <Clipped>{words}</Clipped>
      <ChevronDownRegular className={styles.icon} aria-hidden />
    </button>
  );
}
