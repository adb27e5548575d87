import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useMemo, useState } from "react";
import { Link, useLocation } from "react-router";
import type { TeamOption } from "../inventory/team-tree";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { type Branch, idsAbove, openBranches } from "./team-branches";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: { display: "flex", alignItems: "flex-start", minWidth: 0 },
  toggle: {
    flexShrink: 0,
    display: "grid",
    placeItems: "center",
    width: "28px",
    height: "32px",
    padding: 0,
    border: "none",
    color: tokens.colorNeutralForeground3,
    backgroundColor: "transparent",
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  leaf: { flexShrink: 0, width: "28px" },
  link: {
    flex: 1,
    minWidth: 0,
    padding: "6px 8px",
    lineHeight: "20px",
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    // The background of hovering is black in high contrast, as these words are.
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Selected },
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
});

interface Props {
  readonly options: readonly TeamOption[];
  readonly current: string | null;
}

/** The teams that the caller looks after; open down to the one that is shown. */
export function TeamTree({ options, current }: Props) {
  const styles = useStyles();
  const text = useText();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const open = useMemo(() => {
    const ids = new Set([...idsAbove(options, current), ...(current === null ? [] : [current])]);
    // One team at the top alone says nothing: its services are shown with it.
    const tops = options.filter(({ depth }) => depth === 0);
    if (tops.length === 1 && tops[0]) ids.add(tops[0].id);
    for (const id of turned) if (!ids.delete(id)) ids.add(id);
    return ids;
  }, [options, current, turned]);
  const turn = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  return (
    <nav aria-label={text("team.treeLabel")}>
      <ul className={styles.list}>
        {openBranches(options, open).map((branch) => (
          <Item
            key={branch.id}
            branch={branch}
            open={open.has(branch.id)}
            current={branch.id === current}
            onTurn={turn}
          />
        ))}
      </ul>
    </nav>
  );
}

interface ItemProps {
  readonly branch: Branch;
  readonly open: boolean;
  readonly current: boolean;
  readonly onTurn: (id: string) => void;
}

function Item({ branch: { id, name, depth, hasBelow }, open, current, onTurn }: ItemProps) {
  const styles = useStyles();
  const text = useText();
  const { search } = useLocation();
  return (
    <li className={styles.item} style={{ paddingInlineStart: `${depth * 12}px` }}>
      {hasBelow ? (
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-label={text(open ? "team.treeClose" : "team.treeOpen", { name })}
          onClick={() => onTurn(id)}
        >
          {open ? <ChevronDownRegular aria-hidden="true" /> : <ChevronRightRegular aria-hidden="true" />}
        </button>
      ) : (
        <span className={styles.leaf} />
      )}
      <Link
        to={{ pathname: `/teams/${encodeURIComponent(id)}`, search: keptSearch(search) }}
        className={mergeClasses(styles.link, current && styles.current)}
        aria-current={current ? "page" : undefined}
      >
        {name}
      </Link>
    </li>
  );
}
