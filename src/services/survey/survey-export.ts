import { type ExportColumn, exportRow, headersOf } from "../../domain/export/export-columns";
import type { Caller } from "../../domain/permission";
import { type PublishedCount, rangeOf } from "../../domain/survey/counts";
import type { ReleasedFigures } from "../../domain/survey/release";
import type { ExportTable } from "../export/export-table";
import type { ServiceContext } from "../service-context";
import { surveyResults } from "./survey-overview";

interface Line {
  readonly teamId: string;
  readonly team: string;
  readonly parentId: string | null;
  readonly invited: number;
  readonly responded: number;
  readonly item: string;
  readonly figures: ReleasedFigures | null;
}

/** What is told of a cell, hidden ones as such. */
export const figureColumns: readonly ExportColumn<Pick<Line, "figures">>[] = [
  { header: "hidden", cell: ({ figures }) => (figures === null ? "yes" : "no") },
  { header: "n", cell: ({ figures }) => figures && String(figures.n) },
  { header: "favourable", cell: ({ figures }) => figures && countText(figures.favourable) },
  { header: "neutral", cell: ({ figures }) => figures && countText(figures.neutral) },
  { header: "unfavourable", cell: ({ figures }) => figures && countText(figures.unfavourable) },
  { header: "favourablePercent", cell: ({ figures }) => figures?.favourablePercent?.toString() ?? null },
  { header: "intervalLow", cell: ({ figures }) => figures && String(figures.interval[0]) },
  { header: "intervalHigh", cell: ({ figures }) => figures && String(figures.interval[1]) },
];

const columns: readonly ExportColumn<Line>[] = [
  { header: "teamId", cell: ({ teamId }) => teamId },
  { header: "team", cell: ({ team }) => team },
  { header: "parentId", cell: ({ parentId }) => parentId },
  { header: "invited", cell: ({ invited }) => String(invited) },
  { header: "responded", cell: ({ responded }) => String(responded) },
  { header: "item", cell: ({ item }) => item },
  ...figureColumns,
];

/** Which rows of the page are wanted; with a team the whole to compare with stays. */
export interface ExportedRows {
  readonly team?: string | undefined;
  readonly item?: string | undefined;
}

/** What the caller's page of results shows, hidden cells hidden. @throws Refusal not-found */
export async function exportSurvey(
  context: ServiceContext,
  caller: Caller,
  id: string,
  wanted: ExportedRows,
  whole: string,
): Promise<ExportTable> {
  const { survey, groups } = await surveyResults(context, caller, id);
  const rows = groups.filter(
    (group) => wanted.team === undefined || group.id === wanted.team || group.parentId === null,
  );
  const items = survey.items.filter((item) => wanted.item === undefined || item.id === wanted.item);
  async function* pieces() {
    for (const { id: teamId, name, parentId, invited, responded, figures } of rows) {
      const group = { teamId, team: name || whole, parentId, invited, responded };
      yield items.map(({ id: itemId, text }) =>
        exportRow(columns, { ...group, item: text.en, figures: figures[itemId] ?? null }),
      );
    }
  }
  return { name: "survey", headers: headersOf(columns), pieces: pieces() };
}

/** "0 to 2", as nothing takes for a date. */
function countText(count: PublishedCount): string {
  const { min, max } = rangeOf(count);
  return min === max ? String(min) : `${min} to ${max}`;
}
