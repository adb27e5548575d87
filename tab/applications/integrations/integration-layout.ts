/** An arrow of the picture: from which application to which. */
export interface Flow {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
}

export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedFlow {
  readonly id: string;
  /** An SVG path from the edge of one box to that of the other. */
  readonly path: string;
}

export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly flows: readonly PlacedFlow[];
  readonly width: number;
  readonly height: number;
}

export const boxWidth = 190;
export const boxHeight = 40;
const columnStep = boxWidth + 90;
const rowStep = boxHeight + 16;
const edge = 12;
const sweeps = 6;

/**
 * Places applications in columns, so that data goes to the right wherever nothing goes round in a circle, and orders
 * each column by what its applications are joined to. The same flows give the same picture.
 */
export function layOutFlows(flows: readonly Flow[]): Layout {
  const ids = [...new Set(flows.flatMap(({ fromId, toId }) => [fromId, toId]))].sort();
  const columns = ordered(columnsOf(ids, flows), flows);
  const rows = Math.max(0, ...columns.map((column) => column.length));
  const nodes = columns.flatMap((column, at) =>
    column.map((id, row) => ({
      id,
      x: edge + at * columnStep,
      y: edge + (row + (rows - column.length) / 2) * rowStep,
    })),
  );
  const placeOf = new Map(nodes.map((node) => [node.id, node]));
  return {
    nodes,
    flows: flows.flatMap((flow) => {
      const from = placeOf.get(flow.fromId);
      const to = placeOf.get(flow.toId);
      return from && to ? [{ id: flow.id, path: pathBetween(from, to) }] : [];
    }),
    width: columns.length === 0 ? 0 : 2 * edge + (columns.length - 1) * columnStep + boxWidth,
    height: rows === 0 ? 0 : 2 * edge + (rows - 1) * rowStep + boxHeight,
  };
}

/** The column of each is one more than the furthest of those that send to it; arrows that close a circle are left out. */
function columnsOf(ids: readonly string[], flows: readonly Flow[]): string[][] {
  const sendersOf = new Map<string, string[]>();
  for (const { fromId, toId } of flows) sendersOf.set(toId, [...(sendersOf.get(toId) ?? []), fromId]);
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
  }
  for (const id of ids) columns[columnOf.get(id) ?? 0]?.push(id);
  return columns;
}

/** Moves each application towards the middle of what it is joined to, a few times over: fewer arrows cross. */
function ordered(columns: readonly (readonly string[])[], flows: readonly Flow[]): string[][] {
  const joined = new Map<string, string[]>();
  for (const { fromId, toId } of flows) {
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

function pathBetween(from: PlacedNode, to: PlacedNode): string {
  const startY = from.y + boxHeight / 2;
  const endY = to.y + boxHeight / 2;
  if (to.x > from.x) {
    const startX = from.x + boxWidth;
    const bend = (to.x - startX) / 2;
    return `M${startX} ${startY}C${startX + bend} ${startY} ${to.x - bend} ${endY} ${to.x} ${endY}`;
  }
  // Backwards, or within a column: out of one right side and into the other.
  const startX = from.x + boxWidth;
  const endX = to.x + boxWidth;
  const out = Math.max(startX, endX) + 44;
  return `M${startX} ${startY}C${out} ${startY} ${out} ${endY} ${endX} ${endY}`;
}
