import { setTimeout as pause } from "node:timers/promises";
import { postActivity, teamsActivity } from "../tests/support/bot-client";
import { startBotConnector } from "../tests/support/bot-connector";
import type { Contender } from "./contender";
import { type Spread, spreadOf } from "./rounds";

/** How long answers by card took at a steady rate, in milliseconds. */
export interface CardAnswers {
  readonly ours: Spread;
  /** The same bodies at the same rate to a handler that reads them and says nothing. */
  readonly empty: Spread;
}

const perSecond = 50;
const answers = 500;
const goalMs = 2_000;
/** What was sent before the answers come in, at the rate that ships. */
const sendingMs = 60_000;

/** People of this register are asked about their kit by our server and press the buttons of their cards. */
export async function measureCardAnswers(
  { ours, bare }: { readonly ours: Contender; readonly bare: Contender },
  personIds: readonly string[],
): Promise<CardAnswers> {
  const connector = await startBotConnector();
  try {
    const presses = await askedPeople(ours, connector.serviceUrl, personIds);
    const empty = await paced(bare.url, presses, "{}");
    return { empty, ours: await paced(ours.url, presses, "Thank you, your answer is in") };
  } finally {
    await connector.close();
  }
}

/** What is said of it. */
export function cardAnswerLines({ ours, empty }: CardAnswers): string[] {
  const ms = ({ median, p99 }: Spread) => `${median.toFixed(1)} ms in the middle, p99 ${p99.toFixed(1)} ms`;
  return [
    `ours             ${ms(ours)}   goal p99 under ${goalMs} ms: ${ours.p99 < goalMs ? "yes" : "NO"}`,
    `an empty handler ${ms(empty)}   ratio of the middles ${(ours.median / empty.median).toFixed(1)}, of p99 ${(ours.p99 / empty.p99).toFixed(1)}`,
  ];
}

type Press = () => object;

/** Installs the bot for them, asks them, waits until all are asked, and answers how each presses "Send my answer". */
async function askedPeople(
  ours: Contender,
  serviceUrl: string,
  personIds: readonly string[],
): Promise<Press[]> {
  for (const personId of personIds) {
    const install = teamsActivity(personId, serviceUrl, { type: "installationUpdate", action: "add" });
    await postActivity(ours.url, install, null);
  }
  const draft = { purpose: "kit", title: "Is this your kit?", audience: { personIds } };
  const closesAt = new Date(Date.now() + 86_400_000).toISOString();
  const { id } = await asIt<{ id: string }>(ours, "POST", "/api/check-ins", { ...draft, closesAt });
  await asIt(ours, "POST", `/api/check-ins/${id}/launch`, {});
  await allSent(ours, id, personIds.length);
  return Promise.all(personIds.map((personId) => pressOf(ours, serviceUrl, personId)));
}

async function allSent(ours: Contender, id: string, count: number): Promise<void> {
  const until = Date.now() + sendingMs;
  for (;;) {
    const { sent } = await asIt<{ sent: number }>(ours, "GET", `/api/check-ins/${id}/summary`);
    if (sent === count) return;
    if (Date.now() > until) throw new Error(`Only ${sent} of ${count} people were asked in time`);
    await pause(500);
  }
}

/** A person has everything that the card names; each press comes with an activity id of its own, as from Teams. */
async function pressOf(ours: Contender, serviceUrl: string, personId: string): Promise<Press> {
  const signedIn = await asked<{ token: string }>(ours, "POST", "/local/sign-in", {}, { personId });
  const headers = { Authorization: `Bearer ${signedIn.token}` };
  type Open = { items: { deliveryId: string; devices: { id: string }[] }[] };
  const { items } = await asked<Open>(ours, "GET", "/api/my/check-ins", headers);
  const [question] = items;
  if (question === undefined) throw new Error(`${personId} has no open question`);
  const said = Object.fromEntries(question.devices.map((device) => [device.id, "have"]));
  const data = { deliveryId: question.deliveryId, ...said, unlisted: "A spare charger" };
  const value = { action: { type: "Action.Execute", verb: "answer", data } };
  let presses = 0;
  return () =>
    teamsActivity(personId, serviceUrl, {
      ...{ type: "invoke", name: "adaptiveCard/action", text: undefined, value },
      id: `${personId}-${++presses}`,
    });
}

/**
 * Sends at a steady rate, whether or not the last was answered, and counts from the moment at which each was due.
 * @throws Error when an answer does not hold `expected`: a fast wrong answer is no answer
 */
async function paced(url: string, presses: readonly Press[], expected: string): Promise<Spread> {
  const took: number[] = [];
  const press = async (body: object, dueAt: number) => {
    const answer = await postActivity(url, body, null);
    const text = await answer.text();
    took.push(performance.now() - dueAt);
    if (!answer.ok || !text.includes(expected))
      throw new Error(`A card was answered ${answer.status}: ${text}`);
  };
  const begun = performance.now();
  const under: Promise<void>[] = [];
  for (let at = 0; at < answers; at += 1) {
    const dueAt = begun + (at * 1_000) / perSecond;
    await pause(Math.max(0, dueAt - performance.now()));
    const body = presses[at % presses.length];
    if (body === undefined) continue;
    const answered = press(body(), dueAt);
    // What fails is told at the end, with the others.
    answered.catch(() => {});
    under.push(answered);
  }
  await Promise.all(under);
  return spreadOf(took);
}

function asIt<T>(ours: Contender, method: string, path: string, body?: object): Promise<T> {
  return asked<T>(ours, method, path, ours.headers, body);
}

async function asked<T>(
  { url }: Contender,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: object,
): Promise<T> {
  const answer = await fetch(url + path, {
    method,
    headers: { ...headers, "Content-Type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
