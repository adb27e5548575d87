import type { ProductNames } from "../../../src/domain/licence/product-name";
import { myLicences } from "../../../src/services/licence/my-licences";
import { bothEngines } from "../../support/engines";
import { holdSkus } from "../../support/graph/held-sku";
import { openWorld, type World } from "../check-in-world";

const names: ProductNames = new Map([
  ["sku-e3", { skuId: "sku-e3", skuPartNumber: "SPE_E3", productName: "Microsoft 365 E3", plans: [] }],
]);
const used = { useBand: "active" } as const;

describe.each(bothEngines())("the licences that a person holds, on $engine", ({ newDatabase }) => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld(await newDatabase());
  });
  afterEach(() => world.close());

  const held = (personId: string) => myLicences(world.context, { names }, null).held(personId);

  it("are unknown until a sync has read who holds what", async () => {
    expect(await held("nia")).toEqual({ items: [], readAt: null, askable: false });
  });

  it("are those of the reading in force, by name or by what Microsoft calls them, and of that person alone", async () => {
    const { gateway } = world.context;
    await holdSkus(gateway, { skuId: "sku-old", partNumber: "OLD", holders: { nia: used } });
    await holdSkus(
      gateway,
      { skuId: "sku-visio", partNumber: "VISIOCLIENT", holders: { nia: used } },
      { skuId: "sku-e3", partNumber: "SPE_E3", holders: { nia: used, huw: used } },
    );
    const readAt = "2026-03-01T02:00:00.000Z";
    const e3 = { skuId: "sku-e3", productName: "Microsoft 365 E3" };
    const visio = { skuId: "sku-visio", productName: "VISIOCLIENT" };
    expect(await held("nia")).toEqual({ items: [e3, visio], readAt, askable: false });
    expect(await held("huw")).toEqual({ items: [e3], readAt, askable: false });
    expect(await held("gwen")).toEqual({ items: [], readAt, askable: false });
  });

  it("show their ids where the council's products could not be read", async () => {
    const { gateway } = world.context;
    await holdSkus(gateway, { skuId: "sku-odd", holders: { nia: used } });
    await gateway.write((tx) => tx.manager.delete("graph_part", { name: "skus" }));
    expect((await held("nia")).items).toEqual([{ skuId: "sku-odd", productName: "sku-odd" }]);
  });
});
