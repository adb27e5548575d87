import {
  Field,
  makeStyles,
  SearchBox,
  Select,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import type { ImportAnswer, ImportVerdict } from "../../src/contracts/import-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { fieldWordsOf } from "./import-fields";
import { type Verdict, verdicts } from "./import-verdict";
import type { ImportRun } from "./use-import";
import { VerdictRow } from "./verdict-row";

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle2, margin: 0 },
  filters: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(200px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  search: { maxWidth: "none" },
  region: {
    height: "min(360px, 50dvh)",
    overflowY: "auto",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  list: { position: "relative", margin: 0, padding: 0, listStyle: "none" },
  none: { padding: tokens.spacingHorizontalM, display: "block" },
});

interface Props {
  readonly answer: ImportAnswer;
  readonly run: ImportRun;
}

/** What would happen to each row, from what to what; only the rows in sight are drawn. */
export function VerdictTable({ answer, run }: Props) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const [shown, setShown] = useState<Verdict | "all">("all");
  const [search, setSearch] = useState("");
  const rows = useMemo(() => chosen(answer.verdicts, shown, search), [answer.verdicts, shown, search]);
  return (
    <>
      <h3 className={styles.title}>{text("import.verdictsTitle")}</h3>
      <div className={styles.filters}>
        <Field label={text("import.verdictsShow")}>
          <Select
            value={shown}
            onChange={(_, { value }) => setShown(verdicts.find((verdict) => verdict === value) ?? "all")}
          >
            <option value="all">{text("import.verdictsAll")}</option>
            {verdicts.map((verdict) => (
              <option key={verdict} value={verdict}>
                {text(`import.verdict.${verdict}`)} ({format.number(answer.rows[verdict])})
              </option>
            ))}
          </Select>
        </Field>
        <Field label={text("import.verdictsSearch")}>
          <SearchBox className={styles.search} value={search} onChange={(_, { value }) => setSearch(value)} />
        </Field>
      </div>
      <VerdictRows rows={rows} answer={answer} run={run} />
      {answer.verdictsCut && (
        <Text size={200}>{text("import.verdictsCut", { count: format.number(answer.verdicts.length) })}</Text>
      )}
    </>
  );
}

function chosen(rows: readonly ImportVerdict[], shown: Verdict | "all", search: string): ImportVerdict[] {
  const words = search.trim().toLowerCase();
  return rows.filter(
    ({ verdict, key, line }) =>
      (shown === "all" || verdict === shown) &&
      (words === "" || String(line) === words || (key ?? "").toLowerCase().includes(words)),
  );
}

const estimatedRow = 64;

function VerdictRows({ rows, answer, run }: Props & { readonly rows: readonly ImportVerdict[] }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const region = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => region.current,
    estimateSize: () => estimatedRow,
    getItemKey: (index) => rows[index]?.line ?? index,
    overscan: 6,
    initialRect: { width: 800, height: 360 },
  });
  const words = useMemo(
    () => ({ text, format, fields: fieldWordsOf(answer.kind), names: new Map(Object.entries(answer.names)) }),
    [text, format, answer],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={region} className={styles.region} aria-label={text("import.verdictsRegion")} tabIndex={0}>
      {rows.length === 0 && <Text className={styles.none}>{text("import.verdictsNone")}</Text>}
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row && (
              <VerdictRow
                key={row.line}
                ref={virtual.measureElement}
                row={row}
                index={index}
                count={rows.length}
                offset={start}
                words={words}
                run={run}
              />
            )
          );
        })}
      </ul>
    </section>
  );
}
