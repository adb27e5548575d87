import { deviceColumns, type PeerApi, type PeerRow, pageRows } from "./peer";

const mostGroups = 1_000;

interface Listed {
  readonly list: readonly PeerRow[];
  readonly pageInfo: { readonly totalRows: number };
}

/** The second version of its interface where that has what is asked for, the first for counts. */
export function nocodbApi({ base, table }: { readonly base: string; readonly table: string }): PeerApi {
  const records = `/api/v2/tables/${table}/records`;
  const fields = deviceColumns.join(",");
  const groups = new URLSearchParams({ column_name: "team_id,status", limit: String(mostGroups) });
  return {
    one: (row) => `${records}/${row}?${new URLSearchParams({ fields })}`,
    page({ equal = {}, contains, page = 1 }) {
      const conditions = Object.entries(equal).map(([column, value]) => `(${column},eq,${value})`);
      if (contains !== undefined) conditions.push(`(search_text,like,%${contains}%)`);
      const query = new URLSearchParams({
        ...{ fields, sort: "asset_key", limit: String(pageRows), offset: String((page - 1) * pageRows) },
        ...(conditions.length > 0 && { where: conditions.join("~and") }),
      });
      return `${records}?${query}`;
    },
    counts: `/api/v1/db/data/noco/${base}/${table}/groupby?${groups}`,
    add: records,
    addMany: records,
    told: {
      device: (answer) => answer as PeerRow,
      page(answer) {
        const { list, pageInfo } = answer as Listed;
        return { rows: list, total: Number(pageInfo.totalRows) };
      },
      counts: (answer) => (answer as Listed).list,
      added: (answer) => [answer as { seq: number } | { seq: number }[]].flat().map(({ seq }) => seq),
    },
  };
}
