import fc from "fast-check";
import {
  boxHeight,
  boxWidth,
  type Flow,
  layOutFlows,
} from "../../../tab/applications/integrations/integration-layout";

const flow = (fromId: string, toId: string): Flow => ({ id: `${fromId}>${toId}`, fromId, toId });
const place = (flows: readonly Flow[]) => {
  const layout = layOutFlows(flows);
  return { ...layout, at: new Map(layout.nodes.map((node) => [node.id, node])) };
};

const someFlows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 })), {
    selector: ([from, to]) => `${from}>${to}`,
    maxLength: 40,
  })
  .map((pairs) => pairs.filter(([from, to]) => from !== to).map(([from, to]) => flow(`a${from}`, `a${to}`)));

test("data goes to the right, past whatever lies between", () => {
  const { at } = place([flow("a", "b"), flow("b", "c"), flow("a", "c")]);
  const x = (id: string) => at.get(id)?.x ?? Number.NaN;
  expect(x("a")).toBeLessThan(x("b"));
  expect(x("b")).toBeLessThan(x("c"));
});

test("a circle is drawn too", () => {
  const { nodes, flows } = place([flow("a", "b"), flow("b", "a")]);
  expect(nodes).toHaveLength(2);
  expect(flows).toHaveLength(2);
});

test("an arrow that goes back passes behind no box, and lies apart from one that comes", () => {
  // In a circle the first by name comes last.
  const { at, flows } = place([
    flow("a", "b"),
    flow("b", "c"),
    flow("c", "d"),
    flow("d", "a"),
    flow("b", "a"),
  ]);
  const box = (id: string) => at.get(id) ?? { x: 0, y: 0 };
  const path = flows.find(({ id }) => id === "a>b")?.path ?? "";
  const lower = (id: string) => box(id).y + boxHeight / 2 + 10;
  expect(path.startsWith(`M${box("a").x} ${lower("a")}C`)).toBe(true);
  expect(path.endsWith(` ${box("b").x + boxWidth} ${lower("b")}`)).toBe(true);
  const lanes = [...path.matchAll(/ ([\d.]+)H/g)].map(([, y]) => Number(y));
  expect(lanes).toHaveLength(2);
  for (const [lane, passed] of [
    [lanes[0] ?? 0, box("d")],
    [lanes[1] ?? 0, box("c")],
  ] as const) {
    expect(lane < passed.y || lane > passed.y + boxHeight).toBe(true);
  }
});

test("nothing is a picture of no size", () => {
  expect(layOutFlows([])).toEqual({ nodes: [], flows: [], width: 0, height: 0 });
});

test("every application has one box inside the picture, no two overlap, and every flow has its arrow", () => {
  fc.assert(
    fc.property(someFlows, (flows) => {
      const { nodes, flows: arrows, width, height } = layOutFlows(flows);
      expect(new Set(nodes.map(({ id }) => id))).toEqual(
        new Set(flows.flatMap(({ fromId, toId }) => [fromId, toId])),
      );
      expect(arrows.map(({ id }) => id)).toEqual(flows.map(({ id }) => id));
      for (const { path } of arrows) expect(path).not.toMatch(/NaN|undefined/);
      for (const [at, one] of nodes.entries()) {
        expect(one.x >= 0 && one.y >= 0 && one.x + boxWidth <= width && one.y + boxHeight <= height).toBe(
          true,
        );
        for (const other of nodes.slice(at + 1)) {
          const apart = Math.abs(one.x - other.x) >= boxWidth || Math.abs(one.y - other.y) >= boxHeight;
          expect(apart).toBe(true);
        }
      }
    }),
  );
});

test("the same flows give the same picture", () => {
  fc.assert(fc.property(someFlows, (flows) => expect(layOutFlows(flows)).toEqual(layOutFlows(flows))));
});
