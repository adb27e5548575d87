import { buildCouncil } from "../../scripts/seed/council";
import { councilLicences } from "../../scripts/seed/council-licences";
import { writeCouncil } from "../../scripts/seed/write-council";
import { openGateway } from "../../src/database/data-source";
import { seatsByTeam } from "../../src/database/stores/graph/holding-store";
import { allPeople } from "../../src/database/stores/import-store";
import { systemClock } from "../../src/platform/clock";
import { newId } from "../../src/platform/ids";
import { licenceOverview } from "../../src/services/licence/licence-overview";
import { allLicences } from "../../src/services/licence/licence-service";
import { bothEngines } from "../support/engines";
import { shipped, small } from "./seed-world";

const reference = { names: new Map(), namesAsOf: "2026-06-30", freePartNumbers: new Set(["FLOW_FREE"]) };

describe.each(bothEngines())("the licences of the demonstration on $engine", ({ newDatabase }) => {
  test("are held, counted, priced but for one product, and said to be made up", async () => {
    const gateway = await openGateway(await newDatabase());
    try {
      const council = buildCouncil(small);
      const licences = councilLicences(council.people, 1, council.now);
      await writeCouncil(gateway, { ...council, licences }, () => {});
      const context = { gateway, clock: systemClock, newId };
      const overview = await licenceOverview(context, reference, false);
      expect(overview).toMatchObject({ connected: false, demonstration: true, monthlyCost: { unknown: 1 } });
      const all = await allLicences(context, reference);
      for (const { skuId, holders } of all)
        expect(holders).toBe(licences.holdings.filter((seat) => seat.skuId === skuId).length);
      const held = await gateway.read((reader) => seatsByTeam(reader, null));
      expect(held.reduce((sum, part) => sum + part.held, 0)).toBe(licences.holdings.length);
      // Nobody is in the register through them who was not.
      expect(await gateway.read(allPeople)).toHaveLength(council.people.length);
    } finally {
      await gateway.close();
    }
  });
});

test("shows each thing that the pages are for", () => {
  const council = buildCouncil(shipped);
  const { skus, holdings, accounts, subscriptions } = councilLicences(council.people, 1, council.now);
  const heldOf = (partNumber: string) => {
    const { skuId = "" } = skus.find((sku) => sku.partNumber === partNumber) ?? {};
    return new Set(holdings.filter((seat) => seat.skuId === skuId).map(({ personId }) => personId));
  };
  const inSuite = heldOf("SPE_E5");
  expect([...heldOf("POWER_BI_PRO")].some((id) => inSuite.has(id))).toBe(true);
  expect(skus.some(({ consumed, enabled, warning }) => consumed > enabled + warning)).toBe(true);
  expect(new Set(accounts.map(({ useBand }) => useBand)).size).toBe(5);
  expect(holdings.some(({ enabled }) => enabled === 0)).toBe(true);
  expect(new Set(subscriptions.map(({ skuId }) => skuId)).size).toBeLessThan(subscriptions.length);
});
