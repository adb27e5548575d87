interface Link {
  readonly fromId: string;
  readonly toId: string;
}

const sweeps = 8;

/** The column of each is one more than the furthest of those that send to it; arrows that close a circle are left out. */
export function columnsOf(ids: readonly string[], links: readonly Link[]): string[][] {
  const sendersOf = new Map<string, string[]>();
  for (const { fromId, toId } of links) sendersOf.set(toId, [...(sendersOf.get(toId) ?? []), fromId]);
  const columnOf = new Map<string, number>();
  const open = new Set<string>();
  const visit = (id: string): number => {
    const known = columnOf.get(id);
    if (known !== undefined) return known;
    open.add(id);
    const senders = (sendersOf.get(id) ?? []).filter((sender) => !open.has(sender));
    const column = Math.max(-1, ...senders.map(visit)) + 1;
    open.delete(id);
    columnOf.set(id, column);
    return column;
  };
  const columns: string[][] = [];
  for (const id of ids) {
    const column = visit(id);
    while (columns.length <= column) columns.push([]);
    columns[column]?.push(id);
  }
  return columns;
}

/** Moves each towards the middle of what it is joined to, a few times over: fewer arrows cross. */
export function ordered(columns: readonly (readonly string[])[], links: readonly Link[]): string[][] {
  const joined = new Map<string, string[]>();
  for (const { fromId, toId } of links) {
    joined.set(fromId, [...(joined.get(fromId) ?? []), toId]);
    joined.set(toId, [...(joined.get(toId) ?? []), fromId]);
  }
  let now = columns.map((column) => [...column]);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const height = new Map(
      now.flatMap((column) => column.map((id, row) => [id, (row + 0.5) / column.length] as const)),
    );
    const wish = (id: string) => {
      const others = (joined.get(id) ?? []).map((other) => height.get(other) ?? 0.5);
      return others.reduce((sum, each) => sum + each, height.get(id) ?? 0.5) / (others.length + 1);
    };
    now = now.map((column) => column.toSorted((one, other) => wish(one) - wish(other)));
  }
  return now;
}
