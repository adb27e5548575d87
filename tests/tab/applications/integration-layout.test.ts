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
