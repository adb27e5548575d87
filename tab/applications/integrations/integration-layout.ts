import { columnsOf, ordered } from "./integration-columns";

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
const columnStep = boxWidth + 80;
const boxRow = boxHeight + 16;
/** Room for an arrow that goes past the boxes of a column. */
const laneRow = 14;
const edge = 12;
const loop = 44;
/** So far below the middle of its boxes an arrow goes back, clear of one that comes the other way. */
const back = 10;

/**
 * Places applications in columns, so that data goes to the right wherever nothing goes round in a circle. An arrow over
 * several columns, in either direction, gets a lane between the boxes it passes. The same flows give the same picture.
 */
export function layOutFlows(flows: readonly Flow[]): Layout {
  const ids = [...new Set(flows.flatMap(({ fromId, toId }) => [fromId, toId]))].sort();
  const boxes = columnsOf(ids, flows);
  const { columns, lanesOf } = withLanes(boxes, flows);
  const isBox = new Set(ids);
  const rowOf = (id: string) => (isBox.has(id) ? boxRow : laneRow);
  const links = flows.flatMap(({ id, fromId, toId }) => pairs([fromId, ...(lanesOf.get(id) ?? []), toId]));
  const heights = columns.map((column) => column.reduce((sum, id) => sum + rowOf(id), 0));
  const tallest = Math.max(0, ...heights);
  const placeOf = new Map<string, PlacedNode>();
  ordered(columns, links).forEach((column, at) => {
    let y = edge + (tallest - (heights[at] ?? 0)) / 2;
    for (const id of column) {
      placeOf.set(id, { id, x: edge + at * columnStep, y });
      y += rowOf(id);
    }
  });
  return {
    nodes: ids.flatMap((id) => placeOf.get(id) ?? []),
    flows: flows.flatMap(({ id, fromId, toId }) => {
      const lanes = (lanesOf.get(id) ?? []).flatMap((lane) => placeOf.get(lane) ?? []);
      const [from, to] = [placeOf.get(fromId), placeOf.get(toId)];
      return from && to ? [{ id, path: pathOf(from, lanes, to) }] : [];
    }),
    width: ids.length === 0 ? 0 : 2 * edge + (columns.length - 1) * columnStep + boxWidth + loop,
    height: ids.length === 0 ? 0 : 2 * edge + tallest,
  };
}

function withLanes(boxes: readonly (readonly string[])[], flows: readonly Flow[]) {
  const columns = boxes.map((column) => [...column]);
  const columnOf = new Map(boxes.flatMap((column, at) => column.map((id) => [id, at] as const)));
  const lanesOf = new Map<string, string[]>();
  for (const { id, fromId, toId } of flows) {
    const [from, to] = [columnOf.get(fromId) ?? 0, columnOf.get(toId) ?? 0];
    const lanes: string[] = [];
    for (let at = Math.min(from, to) + 1; at < Math.max(from, to); at++) {
      const lane = `lane/${at}/${id}`;
      columns[at]?.push(lane);
      lanes.push(lane);
    }
    lanesOf.set(id, from < to ? lanes : lanes.reverse());
  }
  return { columns, lanesOf };
}

function pathOf(from: PlacedNode, lanes: readonly PlacedNode[], to: PlacedNode): string {
  const startY = from.y + boxHeight / 2;
  const endY = to.y + boxHeight / 2;
  const right = (box: PlacedNode) => box.x + boxWidth;
  if (to.x === from.x) {
    // Within a column: out of one right side and into the other.
    const out = right(from) + loop;
    return `M${right(from)} ${startY}C${out} ${startY} ${out} ${endY} ${right(to)} ${endY}`;
  }
  return to.x > from.x
    ? through([right(from), startY], lanes, (lane) => [lane.x, right(lane)], [to.x, endY])
    : through([from.x, startY + back], lanes, (lane) => [right(lane), lane.x], [right(to), endY + back]);
}

type Point = readonly [x: number, y: number];

/** @param sides where the arrow enters a lane and leaves it */
function through(
  start: Point,
  lanes: readonly PlacedNode[],
  sides: (lane: PlacedNode) => readonly [into: number, out: number],
  end: Point,
): string {
  let path = `M${start[0]} ${start[1]}`;
  let at = start;
  for (const lane of lanes) {
    const [into, out] = sides(lane);
    const y = lane.y + laneRow / 2;
    path += `${curve(at, [into, y])}H${out}`;
    at = [out, y];
  }
  return path + curve(at, end);
}

function curve([x, y]: Point, [toX, toY]: Point): string {
  const middle = (x + toX) / 2;
  return `C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`;
}

function pairs(chain: readonly string[]): { fromId: string; toId: string }[] {
  return chain.slice(1).map((toId, at) => ({ fromId: chain[at] ?? "", toId }));
}
