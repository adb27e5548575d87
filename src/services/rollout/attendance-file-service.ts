import type { Reader } from "../../database/gateway";
import { allPeople } from "../../database/stores/import-store";
import { peopleTakingPart } from "../../database/stores/rollout/participant-page-store";
import { findTraining, lockTraining, registerOf } from "../../database/stores/rollout/training-store";
import { type ExportColumn, exportRow, headersOf } from "../../domain/export/export-columns";
import { directoryOf } from "../../domain/import/directory";
import { readHeaderBy } from "../../domain/import/recognise";
import { RowReader, RowShape } from "../../domain/import/row-reader";
import type { Caller } from "../../domain/permission";
import {
  type AttendanceRow,
  type AttendanceVerdict,
  attendanceVerdicts,
  judgeAttendance,
  registerWith,
  stops,
} from "../../domain/rollout/attendance-file";
import { attendanceWords } from "../../domain/rollout/attendance-words";
import { checkRegister, type Training } from "../../domain/rollout/training";
import { present } from "../device-overview";
import type { ExportTable } from "../export/export-table";
import { type CsvFile, readCsv } from "../import/csv-file";
import type { ServiceContext } from "../service-context";
import { writeFor } from "./many-people";
import { by } from "./rollout-tell";
import { writeRegister } from "./training-service";

const mostShown = 1_000;

export interface AttendanceOutcome {
  readonly mode: "preview" | "apply";
  readonly applied: boolean;
  readonly encoding: string;
  readonly delimiter: string;
  readonly ignoredColumns: readonly string[];
  readonly rows: Readonly<Record<"total" | "attended" | "absent" | "unchanged" | "stopping", number>>;
  readonly verdicts: readonly (AttendanceRow & {
    readonly personName: string | null;
    readonly stops: boolean;
  })[];
  readonly verdictsCut: boolean;
}

/**
 * Previews or applies a file of who was at a session. Applying is all or nothing, and judges the rows inside the transaction that
 * writes them.
 * @throws Refusal not-found; invalid `import-...` for a file that cannot be read as a list of people
 */
export async function readAttendance(
  context: ServiceContext,
  caller: Caller,
  id: string,
  { mode, bytes }: { readonly mode: "preview" | "apply"; readonly bytes: Uint8Array },
): Promise<AttendanceOutcome> {
  await context.gateway.read((reader) => present(findTraining(reader, id, caller.scope)));
  const file = await readCsv(bytes);
  const { readers, ignored } = understood(file);
  const said = { mode, encoding: file.encoding, delimiter: file.delimiter, ignoredColumns: ignored };
  if (mode === "preview") {
    return context.gateway.read(async (reader) => {
      const training = await present(findTraining(reader, id, caller.scope));
      const { rows, names } = await judged(reader, training, readers);
      return { ...said, applied: false, ...shown(rows, names) };
    });
  }
  return writeFor(
    context,
    readers.length,
  )(async (tx) => {
    const training = await present(lockTraining(tx, id));
    const { rows, names, register } = await judged(tx, training, readers);
    const applied = !rows.some(({ verdict }) => stops(verdict));
    if (applied) {
      const wanted = checkRegister(registerWith(register, rows));
      await writeRegister(context, tx, by(caller), training, wanted, "file");
    }
    return { ...said, applied, ...shown(rows, names) };
  });
}

/** The list of everybody a session is for, to be filled in. @throws Refusal not-found */
export async function attendanceFile(
  context: ServiceContext,
  caller: Caller,
  id: string,
): Promise<ExportTable> {
  const rows = await context.gateway.read(async (reader) => {
    const { rolloutId, waveIds } = await present(findTraining(reader, id, caller.scope));
    const register = await registerOf(reader, id);
    const people = rolloutId === null ? [] : await peopleTakingPart(reader, rolloutId, waveIds);
    const listed = new Set(people.map(({ personId }) => personId));
    const others = (await allPeople(reader)).filter((each) => register.has(each.id) && !listed.has(each.id));
    const more = others.map(({ id: personId, name, email }) => {
      return { personId, personName: name, email, teamName: null };
    });
    return [...people, ...more].map((each) => ({ ...each, attended: register.get(each.personId) ?? null }));
  });
  async function* pieces() {
    for (let at = 0; at < rows.length; at += mostShown) {
      yield rows.slice(at, at + mostShown).map((row) => exportRow(fileColumns, row));
    }
  }
  return { name: "attendance", headers: headersOf(fileColumns), pieces: pieces() };
}

interface Listed {
  readonly personId: string;
  readonly personName: string | null;
  readonly email: string | null;
  readonly teamName: string | null;
  readonly attended: boolean | null;
}

const fileColumns: readonly ExportColumn<Listed>[] = [
  { header: "personId", cell: ({ personId }) => personId },
  { header: "name", cell: ({ personName }) => personName },
  { header: "email", cell: ({ email }) => email },
  { header: "team", cell: ({ teamName }) => teamName },
  { header: "attended", cell: ({ attended }) => (attended === null ? "" : attended ? "yes" : "no") },
];

function understood({ header, rows }: CsvFile): {
  readonly readers: readonly RowReader[];
  readonly ignored: readonly string[];
} {
  const emptyBelow = (at: number) => rows.every((row) => (row.cells[at] ?? "") === "");
  const { columns, ignored } = readHeaderBy(attendanceWords, header, emptyBelow);
  const width = header.cells.findLastIndex((name) => name.trim() !== "") + 1;
  const shape = new RowShape(columns, width, (at) => header.cells[at] || String(at + 1));
  return { readers: rows.map((row) => new RowReader(row, shape)), ignored };
}

async function judged(reader: Reader, training: Training, readers: readonly RowReader[]) {
  const { id, rolloutId } = training;
  const people = await allPeople(reader);
  const register = await registerOf(reader, id);
  const takingPart =
    rolloutId === null
      ? null
      : new Set((await peopleTakingPart(reader, rolloutId, [])).map(({ personId }) => personId));
  const directory = directoryOf(people, []);
  const rows = judgeAttendance(readers, { directory, register, takingPart });
  return { rows, register, names: new Map(people.map((person) => [person.id, person.name])) };
}

function shown(
  rows: readonly AttendanceRow[],
  names: ReadonlyMap<string, string>,
): Pick<AttendanceOutcome, "rows" | "verdicts" | "verdictsCut"> {
  const counted = (of: (row: AttendanceRow) => boolean) => rows.filter(of).length;
  const changes = (verdict: AttendanceVerdict) =>
    verdict === "attended" || verdict === "absent" || verdict === "not-in-rollout";
  const rank = ({ verdict }: AttendanceRow) => attendanceVerdicts.indexOf(verdict);
  const sorted = [...rows].sort(
    (a, b) => Number(stops(b.verdict)) - Number(stops(a.verdict)) || rank(a) - rank(b) || a.line - b.line,
  );
  return {
    rows: {
      total: rows.length,
      attended: counted(({ verdict, attended }) => changes(verdict) && attended === true),
      absent: counted(({ verdict }) => verdict === "absent"),
      unchanged: counted(({ verdict }) => verdict === "unchanged" || verdict === "twice"),
      stopping: counted(({ verdict }) => stops(verdict)),
    },
    verdicts: sorted.slice(0, mostShown).map((row) => ({
      ...row,
      personName: row.personId === null ? null : (names.get(row.personId) ?? null),
      stops: stops(row.verdict),
    })),
    verdictsCut: rows.length > mostShown,
  };
}
