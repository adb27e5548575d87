import sql from "sql-template-tag";
import type { Gateway } from "../../../src/database/gateway";
import { closeSurveysPastDue, finishClosing } from "../../../src/services/survey/survey-closing";
import { bothEngines } from "../../support/engines";
import { startTestServer, type TestServer } from "../../support/server";
import { moreStaff, type OpenSurvey, openSurvey, say } from "../../support/survey/survey-world";

/** A gateway whose process dies instead of committing its nth write from now on. */
function dyingAt(gateway: Gateway, nth: number): Gateway {
  let writes = 0;
  return {
    ...gateway,
    write: (work) =>
      gateway.write(async (tx) => {
        writes += 1;
        const result = await work(tx);
        if (writes === nth) throw new Error("killed");
        return result;
      }),
  };
}

describe.each(bothEngines())("closing a survey on $engine", ({ newDatabase }) => {
  let server: TestServer;
  let survey: OpenSurvey;
  beforeEach(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
    const staff = await moreStaff(server, { "team-housing": 12, "team-highways": 12 });
    survey = await openSurvey(server);
    for (const [at, personId] of staff.entries()) await say(server, survey, personId, at % 2 ? "5" : "2");
  });
  afterEach(() => server.stop());

  const count = async (table: "survey_link" | "survey_response" | "survey_member") => {
    const [row] = await server.context.gateway.read((reader) =>
      reader.rows<{ n: number }>(
        table === "survey_link"
          ? sql`SELECT CAST(count(*) AS integer) AS n FROM survey_link`
          : table === "survey_response"
            ? sql`SELECT CAST(count(*) AS integer) AS n FROM survey_response`
            : sql`SELECT CAST(count(*) AS integer) AS n FROM survey_member`,
      ),
    );
    return row?.n;
  };
  const results = async () =>
    (await server.as("person-it")("GET", `/api/surveys/${survey.id}/results`)).body as unknown as {
      state: string;
      nodes: unknown[];
    };

  test("that is killed before its last write has published nothing, and is done again with the same figures", async () => {
    const { gateway } = server.context;
    await gateway.write((tx) => tx.run(sql`UPDATE survey SET state = 'closing' WHERE id = ${survey.id}`));
    const dying = { ...server.context, gateway: dyingAt(gateway, 1) };
    // The server's own job may be first: then there is nothing left to die at.
    await finishClosing(dying, survey.id).catch((fault: Error) => expect(fault.message).toBe("killed"));
    await closeSurveysPastDue(server.context);
    const first = await results();
    expect(first.state).toBe("closed");
    expect(first.nodes.length).toBeGreaterThan(0);
    await finishClosing(server.context, survey.id);
    expect(await results()).toEqual(first);
    expect([
      await count("survey_link"),
      await count("survey_response"),
      await count("survey_member"),
    ]).toEqual([0, 0, 0]);
  });

  test("by two at once makes one release", async () => {
    const { gateway } = server.context;
    await gateway.write((tx) => tx.run(sql`UPDATE survey SET state = 'closing' WHERE id = ${survey.id}`));
    await Promise.all([finishClosing(server.context, survey.id), finishClosing(server.context, survey.id)]);
    const { items } = (await server.as("person-administrator")("GET", "/api/audit-events?limit=200")).body;
    const released = items.filter(
      ({ action, subjectId }) => action === "survey.released" && subjectId === survey.id,
    );
    expect(released).toHaveLength(1);
    expect((await results()).state).toBe("closed");
  });
});
