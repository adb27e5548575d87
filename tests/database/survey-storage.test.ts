import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Client } from "pg";
import sql from "sql-template-tag";
import { bothEngines } from "../support/engines";
import { startTestServer, type TestServer } from "../support/server";
import { moreStaff, openSurvey, say } from "../support/survey/survey-world";

/** Everything that whoever opens the storage after the close could want: who has which response, and what it says. */
interface Wanted {
  readonly links: readonly { readonly personId: string; readonly responseId: string }[];
  readonly secrets: readonly string[];
}

async function wantedOf(server: TestServer, surveyId: string, secrets: readonly string[]): Promise<Wanted> {
  const links = await server.context.gateway.read((reader) =>
    reader.rows<{ personId: string; responseId: string }>(
      sql`SELECT person_id AS "personId", response_id AS "responseId" FROM survey_link WHERE survey_id = ${surveyId}`,
    ),
  );
  return { links, secrets };
}

describe.each(bothEngines())("the storage of surveys on $engine", ({ engine, newDatabase }) => {
  let url: string;
  let server: TestServer;
  let staff: string[];

  beforeEach(async () => {
    url = await newDatabase();
    server = await startTestServer({ databaseUrl: url });
    staff = await moreStaff(server, { "team-housing": 40, "team-highways": 40 });
  });
  afterEach(() => server.stop());

  async function closedWhileAnotherIsOpen() {
    const [survey, other] = [
      await openSurvey(server, { comments: true }),
      await openSurvey(server, { title: "Still open" }),
    ];
    for (const [at, personId] of staff.entries()) {
      await say(server, survey, personId, at % 3 === 0 ? "1" : "5", { comment: `secret-of-${personId}` });
      await say(server, other, personId, "3");
      // Changed answers leave their first form behind, if anything does.
      if (at % 4 === 0) await say(server, survey, personId, "2", { comment: `changed-by-${personId}` });
    }
    const took = staff.at(-1) ?? "";
    await server.as(took)("DELETE", `/api/my/surveys/${survey.id}/response`);
    const first = staff.filter((_, at) => at % 4 === 0).map((personId) => `secret-of-${personId}`);
    const wanted = await wantedOf(server, survey.id, [...first, `secret-of-${took}`]);
    const kept = await wantedOf(server, other.id, []);
    if (engine === "PostgreSQL") await sampled(url);
    expect([wanted.links.length, kept.links.length]).toEqual([79, 80]);
    const closed = await server.as("person-it")("POST", `/api/surveys/${survey.id}/close`);
    expect(closed.body.state).toBe("closed");
    return { survey, other, wanted, kept };
  }

  test("joins nobody to an answer after the close, and keeps the answers to surveys that are still open", async () => {
    const { survey, other, wanted, kept } = await closedWhileAnotherIsOpen();
    expect((await wantedOf(server, survey.id, [])).links).toEqual([]);
    const still = (await wantedOf(server, other.id, [])).links;
    const byPerson = (links: Wanted["links"]) =>
      [...links].sort((a, b) => (a.personId < b.personId ? -1 : 1));
    expect(byPerson(still)).toEqual(byPerson(kept.links));
    const content = engine === "SQLite" ? bytesOfSqlite(url) : await textOfPostgres(url);
    const found = [...wanted.links.map(({ responseId }) => responseId), ...wanted.secrets].filter((secret) =>
      content.includes(secret),
    );
    expect(found).toEqual([]);
    // It would be found if it stood there: what is still open does.
    expect(kept.links.every(({ responseId }) => content.includes(responseId))).toBe(true);
  });

  test("has comments and open answers in an order that says nothing of who wrote when", async () => {
    const { survey } = await closedWhileAnotherIsOpen();
    const rows = await server.context.gateway.read((reader) =>
      reader.rows<{ id: string; text: string }>(
        engine === "SQLite"
          ? sql`SELECT id, text FROM survey_comment WHERE survey_id = ${survey.id} ORDER BY rowid`
          : sql`SELECT id, text FROM survey_comment WHERE survey_id = ${survey.id} ORDER BY ctid`,
      ),
    );
    expect(rows).toHaveLength(79);
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
    const wroteInTurn = staff.filter((personId) => rows.some(({ text }) => text.endsWith(`-${personId}`)));
    const written = rows.map(({ text }) => text.replace(/^.*?-(of|by)-/, ""));
    expect(written).not.toEqual(wroteInTurn);
  });

  if (engine === "PostgreSQL") {
    test("gives every row that is left the number of one transaction, the one that closed", async () => {
      await closedWhileAnotherIsOpen();
      const client = new Client({ connectionString: url });
      await client.connect();
      try {
        for (const table of ["survey_link", "survey_response", "survey_member", "survey_comment"]) {
          const { rows } = await client.query(`SELECT DISTINCT xmin::text FROM ${table}`);
          expect([table, rows.length]).toEqual([table, 1]);
        }
      } finally {
        await client.end();
      }
    });
  }
});

/** As PostgreSQL does by itself when it has the time. */
async function sampled(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

/** The file, its log of changes and whatever else lies beside it, free pages included. */
function bytesOfSqlite(url: string): string {
  const path = url.slice("sqlite:".length);
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(basename(path)) && !name.endsWith(".lock"))
    .map((name) => readFileSync(join(dirname(path), name), "latin1"))
    .join("\n");
}

/** The files of the tables as the server has them on disk, rows that nobody sees any more included. */
async function textOfPostgres(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("CHECKPOINT");
    const { rows } = await client.query<{ path: string; folder: string }>(
      `SELECT pg_relation_filepath(c.oid) AS path, current_setting('data_directory') AS folder
         FROM pg_class c WHERE c.relkind IN ('r', 'i', 't') AND pg_relation_filepath(c.oid) LIKE 'base/%'`,
    );
    const files = new Set(rows.map(({ folder, path }) => dirname(join(folder, path))));
    return [...files]
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .map((file) => readFileSync(file, "latin1"))
      .join("\n");
  } finally {
    await client.end();
  }
}
