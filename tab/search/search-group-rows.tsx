import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { AppsRegular } from "@fluentui/react-icons/svg/apps";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { LaptopRegular } from "@fluentui/react-icons/svg/laptop";
import { PeopleTeamRegular } from "@fluentui/react-icons/svg/people-team";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import { useEffect, useRef } from "react";
import { type SearchKind, shortestSubstring } from "../../src/domain/search";
import { type Text, useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { markedParts } from "./marked-parts";
import type { RowGroup, SearchRow } from "./search-rows";

const icons = {
  device: LaptopRegular,
  application: AppsRegular,
  person: PersonRegular,
  team: PeopleTeamRegular,
  contract: DocumentTextRegular,
} as const satisfies Record<SearchKind, unknown>;

const useStyles = makeStyles({
  heading: {
    display: "flex",
    justifyContent: "space-between",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 2px`,
    ...typographyStyles.caption1Strong,
    color: tokens.colorNeutralForeground3,
  },
  row: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "44px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: "pointer",
    // In high contrast these backgrounds turn the text around, the quiet parts of it too.
    ":hover": {
      color: tokens.colorNeutralForeground1Hover,
      backgroundColor: tokens.colorNeutralBackground1Hover,
      "& *": { color: "inherit" },
    },
  },
  active: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    "& *": { color: "inherit" },
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight", outlineOffset: "-2px" },
  },
  icon: { flexShrink: 0, fontSize: "20px", color: tokens.colorNeutralForeground3 },
  words: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    flex: 1,
    [narrow]: { paddingBlock: tokens.spacingVerticalXS },
  },
  line: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    [narrow]: { whiteSpace: "normal", overflowWrap: "anywhere" },
  },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  found: {
    fontWeight: tokens.fontWeightBold,
    color: "inherit",
    backgroundColor: "transparent",
    textDecorationLine: "underline",
  },
  state: { flexShrink: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  all: { color: tokens.colorBrandForegroundLink },
});

interface Props {
  readonly listId: string;
  readonly group: RowGroup;
  readonly typed: string;
  readonly active: string | null;
  readonly onChoose: (row: SearchRow) => void;
}

/** The results of one kind under its name. */
export function SearchGroupRows({ listId, group: { group, rows }, typed, active, onChoose }: Props) {
  const styles = useStyles();
  const text = useText();
  const { kind, items, total, totalCapped } = group;
  const name = text(`search.kind.${kind}`);
  const more = totalCapped ? "search.ofMore" : "search.ofTotal";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options within a listbox, which no element stands for
    <div role="group" aria-label={name}>
      <div className={styles.heading} aria-hidden="true">
        <span>{name}</span>
        {total > items.length && <span>{text(more, { shown: items.length, total })}</span>}
      </div>
      {rows.map((row) => (
        <Row
          key={row.id}
          listId={listId}
          row={row}
          typed={typed}
          active={row.id === active}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface RowProps {
  readonly listId: string;
  readonly row: SearchRow;
  readonly typed: string;
  readonly active: boolean;
  readonly onChoose: (row: SearchRow) => void;
}

function Row({ listId, row, typed, active, onChoose }: RowProps) {
  const styles = useStyles();
  const text = useText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box listens to the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box
    <div
      ref={ref}
      id={`${listId}-${row.id}`}
      role="option"
      aria-selected={active}
      aria-label={row.hit === null ? undefined : saidOf(row.hit, text)}
      className={mergeClasses(styles.row, active && styles.active)}
      onClick={() => onChoose(row)}
    >
      {row.hit === null ? (
        <AllDevices total={row.total} capped={row.capped} />
      ) : (
        <Hit hit={row.hit} typed={typed} />
      )}
    </div>
  );
}

/** In one piece: a marked part within a word would be read as a word of its own. */
function saidOf({ title, subtitle, state }: NonNullable<SearchRow["hit"]>, text: Text): string {
  const parts = [title, subtitle, state === null ? null : text(`search.state.${state}`)];
  return parts.filter((part) => part !== null).join(", ");
}

function AllDevices({ total, capped }: { readonly total: number; readonly capped: boolean }) {
  const styles = useStyles();
  const text = useText();
  return (
    <span className={styles.all}>
      {text(capped ? "search.allDevicesCapped" : "search.allDevices", { total })}
    </span>
  );
}

function Hit({ hit, typed }: { readonly hit: NonNullable<SearchRow["hit"]>; readonly typed: string }) {
  const styles = useStyles();
  const text = useText();
  const Icon = icons[hit.kind];
  // A text too short to be found within others was found in the title, or in a key that is not shown.
  const short = Array.from(typed).length < shortestSubstring;
  return (
    <>
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.words}>
        <Marked line={hit.title} typed={typed} className={styles.line} />
        {hit.subtitle !== null && (
          <Marked
            line={hit.subtitle}
            typed={short ? "" : typed}
            className={mergeClasses(styles.line, styles.quiet)}
          />
        )}
      </span>
      {hit.state !== null && <span className={styles.state}>{text(`search.state.${hit.state}`)}</span>}
    </>
  );
}

interface MarkedProps {
  readonly line: string;
  readonly typed: string;
  readonly className: string;
}

function Marked({ line, typed, className }: MarkedProps) {
  const styles = useStyles();
  let from = 0;
  return (
    <span className={className}>
      {markedParts(line, typed).map(({ text, found }) => {
        const key = from;
        from += text.length;
        return found ? (
          <mark key={key} className={styles.found}>
            {text}
          </mark>
        ) : (
          <span key={key}>{text}</span>
        );
      })}
    </span>
  );
}
