import { insertPeople } from "../../src/database/stores/person-store";
import { type Playground, startPlayground } from "../support/playground";
import { startTestServer, type TestServer } from "../support/server";
import { openSurvey } from "../support/survey/survey-world";
import { owen } from "./bot-server";

let server: TestServer;
let playground: Playground;

beforeAll(async () => {
  server = await startTestServer();
  const name = { name: "Owen Griffiths", email: "owen.griffiths@llanfair.example" };
  const person = { id: owen, ...name, teamId: "team-housing", active: true };
  await server.context.gateway.write((tx) => insertPeople(tx, [person]));
  playground = await startPlayground(server.url);
});
afterAll(async () => {
  await playground.stop();
  await server.stop();
});

it("a survey reaches Owen as a card, takes his answer, lets him change it, and never shows it on a card", async () => {
  await playground.install();
  await playground.waitFor((message) => JSON.stringify(message.card).includes("Hello, this is Toolroll"));
  const survey = await openSurvey(server, { comments: true });
  const [first = "", second = ""] = survey.itemIds;
  const question = await playground.waitFor((message) => JSON.stringify(message.card).includes(first));
  const text = JSON.stringify(question.card);
  expect(text).toContain("I can find a file again.");
  expect(text).toContain("Your answers are confidential");
  expect(text).toContain("/tab/surveys/confidential");
  const deliveryId = /"deliveryId":"([^"]+)"/.exec(text)?.[1] ?? "";
  const own = async () => (await server.as(owen)("GET", "/api/my/surveys")).body.items[0]?.response;

  const data = { deliveryId, [first]: "4", [second]: "not-used", comment: " Kettle on " };
  const thanks = JSON.stringify(await playground.invoke({ verb: "answer", data }, question.id));
  expect(thanks).toContain("your answer is in");
  expect(await own()).toEqual({
    answers: [
      { itemId: first, value: "4" },
      { itemId: second, value: "not-used" },
    ],
    comment: "Kettle on",
  });

  const typed = async (text: string) => {
    const before = playground.messages().length;
    await playground.say(text);
    return JSON.stringify((await playground.waitFor(() => true, before)).card);
  };
  // Answered, it is no open question any more; what is typed then is no answer to it.
  expect(await typed("3 3")).toContain("I did not understand");
  await server.as(owen)("DELETE", `/api/my/surveys/${survey.id}/response`);
  expect(await typed("3")).toContain("Type 2 numbers from 1");
  expect(await typed("3 6")).toContain("Type 2 numbers from 1");
  expect(await own()).toBeNull();
  expect(await typed("3 5")).toContain("your answer is in");
  expect(await own()).toMatchObject({ answers: [{ value: "3" }, { value: "5" }] });
  await playground.invoke({ verb: "answer", data }, question.id);

  const again = JSON.stringify(await playground.invoke({ verb: "open", data: { deliveryId } }, question.id));
  expect(again).toContain(first);
  expect(again).not.toContain("Kettle");
  const wrong = { deliveryId, [first]: "9" };
  const refused = JSON.stringify(await playground.invoke({ verb: "answer", data: wrong }, question.id));
  expect(refused).toContain(first);
  expect(await own()).toMatchObject({ comment: "Kettle on" });

  await server.as("person-it")("POST", `/api/surveys/${survey.id}/close`);
  const late = JSON.stringify(await playground.invoke({ verb: "answer", data }, question.id));
  expect(late).toContain("This survey has closed");
});
