import { type ExportColumn, exportRow, headersOf } from "../../domain/export/export-columns";
import type { Caller } from "../../domain/permission";
import type { ExportTable } from "../export/export-table";
import type { ServiceContext } from "../service-context";
import { figureColumns } from "./survey-export";
import { surveyTrend, type TrendPoint } from "./survey-trend";

interface Line extends TrendPoint {
  readonly teamId: string;
  readonly item: string;
}

const columns: readonly ExportColumn<Line>[] = [
  { header: "teamId", cell: ({ teamId }) => teamId },
  { header: "item", cell: ({ item }) => item },
  { header: "surveyId", cell: ({ survey }) => survey.id },
  { header: "survey", cell: ({ survey }) => survey.title },
  { header: "closedAt", cell: ({ survey }) => survey.closedAt },
  ...figureColumns,
  { header: "change", cell: ({ change }) => change },
];

/** What the trend of a team, or of the whole, shows: a line for each statement and survey. @throws Refusal as `surveyTrend` */
export async function exportTrend(
  context: ServiceContext,
  caller: Caller,
  id: string,
  wanted: { readonly team?: string | undefined; readonly item?: string | undefined },
): Promise<ExportTable> {
  const { survey, teamId, items } = await surveyTrend(context, caller, id, wanted.team ?? null);
  const words = new Map(survey.items.map((item) => [item.id, item.text.en]));
  async function* pieces() {
    for (const { itemId, points } of items) {
      if (wanted.item !== undefined && itemId !== wanted.item) continue;
      yield points.map((point) => exportRow(columns, { ...point, teamId, item: words.get(itemId) ?? "" }));
    }
  }
  return { name: "survey-trend", headers: headersOf(columns), pieces: pieces() };
}
