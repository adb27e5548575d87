import type { Request } from "express";
import { entraDoor } from "../src/api/entra-door";
import { openGateway } from "../src/database/data-source";
import { systemClock } from "../src/platform/clock";
import { parseEnvironment } from "../src/platform/environment";
import { newId } from "../src/platform/ids";
import { createLog } from "../src/platform/log";
import { startEntra } from "../tests/support/entra";
import { entraSettings } from "../tests/support/entra-server";
import { type Spread, spreadOf } from "./rounds";

/** What letting somebody in costs, in milliseconds. */
export interface GuardCost {
  /** A token that was never seen: header, signature, claims, the person and their scope. */
  readonly unknown: Spread;
  /** One that was: its hash, its time, its key, the person and their scope. */
  readonly known: Spread;
}

const people = 200;
const times = 4_000;

/** The door of `AUTH=entra` by itself, with real RS256 tokens and the people of this register. Nobody else may have it open. */
export async function measureGuard(databaseUrl: string, personIds: readonly string[]): Promise<GuardCost> {
  const entra = await startEntra();
  const gateway = await openGateway(databaseUrl);
  try {
    const environment = parseEnvironment(entraSettings(entra, entra.origin, databaseUrl));
    const context = { gateway, clock: systemClock, newId };
    const { guard, keys } = entraDoor(environment, context, createLog("silent"));
    await keys.state();
    const roles = ["Toolroll.ItManager"];
    const tokenFor = (at: number) =>
      entra.userToken(personIds[at % personIds.length] ?? "", { roles, uti: `${at}` });
    const enter = (token: string) =>
      guard({ headersDistinct: { authorization: [`Bearer ${token}`] } } as unknown as Request);
    const first = Array.from({ length: people }, (_, at) => tokenFor(-1 - at + people));
    for (const token of first) await enter(token);
    const known = await timed(times, (at) => first[at % people] ?? "", enter);
    const fresh = Array.from({ length: times }, (_, at) => tokenFor(people + at));
    return { known, unknown: await timed(times, (at) => fresh[at] ?? "", enter) };
  } finally {
    await gateway.close();
    await entra.close();
  }
}

/** What is said of it: the share is of the time that the server spends on a list request when it has no time to spare. */
export function guardLines({ known, unknown }: GuardCost, listPerSecond: number): string[] {
  const listMs = 1_000 / listPerSecond;
  const share = known.median / listMs;
  const goal = (reached: boolean) => (reached ? "yes" : "NO");
  return [
    `token check, a new token     ${ms(unknown.median)} in the middle, p99 ${ms(unknown.p99)}   goal under 5 ms: ${goal(unknown.p99 < 5)}`,
    `token check, a known token   ${ms(known.median)} in the middle, p99 ${ms(known.p99)}   goal under 5 ms: ${goal(known.p99 < 5)}`,
    `of a list request            ${ms(known.median)} of ${ms(listMs)}: ratio ${share.toFixed(3)}   goal under 0.050: ${goal(share < 0.05)}`,
  ];
}

async function timed(
  count: number,
  tokenOf: (at: number) => string,
  enter: (token: string) => Promise<unknown>,
): Promise<Spread> {
  const took: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const token = tokenOf(at);
    const begun = performance.now();
    await enter(token);
    took.push(performance.now() - begun);
  }
  return spreadOf(took);
}

function ms(value: number): string {
  return `${value.toFixed(3)} ms`;
}
