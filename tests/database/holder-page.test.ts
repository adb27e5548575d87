import sql from "sql-template-tag";
import { openGateway } from "../../src/database/data-source";
import type { Gateway } from "../../src/database/gateway";
import {
  type HolderFilter,
  holderPage,
  type ListedHolder,
} from "../../src/database/stores/graph/holder-page-store";
import { useBands } from "../../src/domain/licence/use-band";
import type { Page, PageRequest } from "../../src/domain/page";
import { bothEngines } from "../support/engines";
import { holdSkus } from "../support/graph/held-sku";

const skuId = "sku";
/** More than a search sorts, so that it walks the list instead. */
const count = 1_050;
const none: HolderFilter = { useBand: undefined, search: undefined };

const holders = Object.fromEntries(
  Array.from({ length: count }, (_, at) => {
    const useBand = useBands[at % 7 === 3 ? 3 : at % useBands.length] ?? "unknown";
    return [`p-${String(at).padStart(5, "0")}`, { useBand, enabled: at % 9 !== 0 }] as const;
  }),
);

describe.each(bothEngines())("the holders of a licence on $engine", ({ newDatabase }) => {
  let gateway: Gateway;

  beforeAll(async () => {
    gateway = await openGateway(await newDatabase());
    await holdSkus(
      gateway,
      { skuId, holders },
      { skuId: "other", holders: { "p-00001": { useBand: "active" } } },
    );
  });
  afterAll(() => gateway.close());

  /** All pages, one after the other. */
  async function walk(filter: HolderFilter, descending = false, limit = 350) {
    const found: string[] = [];
    const totals = new Set<number>();
    for (let after: readonly [string, string] | null = null; ; ) {
      const request: PageRequest<"name"> = { limit, sort: "name", descending, after };
      const page: Page<ListedHolder> = await gateway.read((reader) =>
        holderPage(reader, skuId, filter, request),
      );
      found.push(...page.items.map(({ personId }) => personId));
      totals.add(page.total);
      expect(page.totalCapped).toBe(false);
      if (page.next === null) return { found, totals: [...totals] };
      after = page.next;
    }
  }

  const wanted = (keep: (id: string) => boolean) => Object.keys(holders).filter(keep);

  test("come page by page, each once, in either order, with their number", async () => {
    const all = wanted(() => true);
    expect(await walk(none)).toEqual({ found: all, totals: [count] });
    expect(await walk(none, true)).toEqual({ found: [...all].reverse(), totals: [count] });
  });

  test.each(useBands)("of one kind of use are those and no others: %s", async (useBand) => {
    const some = wanted((id) => holders[id]?.useBand === useBand);
    expect(await walk({ ...none, useBand })).toEqual({ found: some, totals: [some.length] });
  });

  test.each([
    ["few", "00012"],
    ["by e-mail", "p-00777@council"],
    ["in capitals", "PERSON P-0111"],
    ["very many", "person"],
    ["nobody", "zebra"],
    ["with the signs of a pattern", "%_"],
  ])("are found by a part of the name or address: %s", async (_, search) => {
    const text = search.toLowerCase();
    const some = wanted((id) => `person ${id}`.includes(text) || `${id}@council.example`.includes(text));
    expect(await walk({ ...none, search })).toEqual({ found: some, totals: [some.length] });
    expect((await walk({ ...none, search }, true)).found).toEqual([...some].reverse());
  });

  test("are found within one kind of use too", async () => {
    const some = wanted((id) => holders[id]?.useBand === "dormant" && id.includes("1"));
    expect((await walk({ useBand: "dormant", search: "1" })).found).toEqual(some);
  });

  test("are found without the accents of their names", async () => {
    await gateway.write((tx) =>
      tx.run(
        sql`UPDATE graph_holding SET name_key = 'siân ŵyn' WHERE sku_id = ${skuId} AND person_id = 'p-00012'`,
      ),
    );
    for (const search of ["sian", "SIÂN", "wyn"]) {
      expect((await walk({ ...none, search })).found).toEqual(["p-00012"]);
    }
  });
});
