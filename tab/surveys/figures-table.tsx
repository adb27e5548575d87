import { type Column, DataTable } from "../applications/data-table";
import { useText } from "../language/use-text";
import { countText, type Shown, shareText } from "./result-view";

export interface FiguresRow {
  readonly id: string;
  readonly name: string;
  /** Null when it is hidden. */
  readonly shown: Shown | null;
}

interface Props<R extends FiguresRow> {
  readonly label: string;
  /** What the first column names. */
  readonly first: string;
  readonly rows: readonly R[];
  readonly more?: readonly Column<R>[];
}

/** Every figure that is released, in words. */
export function FiguresTable<R extends FiguresRow>({ label, first, rows, more = [] }: Props<R>) {
  const text = useText();
  const column = (key: string, heading: string, cell: (shown: Shown) => string, room?: "wide") => ({
    key,
    heading,
    cell: ({ shown }: R) => (shown === null ? text("confidence.results.hidden") : cell(shown)),
    ...(room && { room }),
  });
  const columns: readonly Column<R>[] = [
    { key: "name", heading: first, cell: ({ name }) => name },
    column("share", text("confidence.results.favourable"), (shown) => shareText(shown, text)),
    column("interval", text("confidence.results.interval"), ({ interval: [low, high] }) =>
      text("confidence.results.percentRange", { low: Math.round(low), high: Math.round(high) }),
    ),
    column("n", text("confidence.results.n"), ({ n }) => String(n), "wide"),
    column("neutral", text("confidence.results.neutral"), ({ neutral }) => countText(neutral, text), "wide"),
    column(
      "unfavourable",
      text("confidence.results.unfavourable"),
      ({ unfavourable }) => countText(unfavourable, text),
      "wide",
    ),
    ...more,
  ];
  return <DataTable label={label} columns={columns} items={rows} />;
}
