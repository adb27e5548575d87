/** The title of a column and how wide it is. */
export type Column = readonly [title: string, width: number];

/** The first cell begins its line, all others end their column. */
export function lineOf(columns: readonly Column[], cells: readonly string[]): string {
  return columns
    .map(([, width], at) => (at === 0 ? (cells[at] ?? "").padEnd(width) : (cells[at] ?? "").padStart(width)))
    .join("");
}

export function headerOf(columns: readonly Column[]): string {
  return lineOf(
    columns,
    columns.map(([title]) => title),
  );
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

export function reached(is: boolean): string {
  return is ? "yes" : "NO";
}
