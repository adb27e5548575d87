import { rmSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildCouncil, type CouncilSize } from "../../scripts/seed/council";
import { writeCouncil } from "../../scripts/seed/write-council";
import { openGateway } from "../../src/database/data-source";
import { startServer } from "../../src/main";
import { parseEnvironment } from "../../src/platform/environment";
import type { ServiceContext } from "../../src/services/service-context";
import { migratedSqlite } from "../support/migrated-sqlite";
import { signIn } from "../support/server";
import { databaseFolder, sharedFile } from "../support/test-run";

/** People whom every demonstration council has, and what each may do. */
export const priya = "11111111-0000-4000-8000-000000000001";
export const owen = "11111111-0000-4000-8000-000000000002";
export const cerys = "11111111-0000-4000-8000-000000000003";
export const tom = "11111111-0000-4000-8000-000000000004";
export const amina = "11111111-0000-4000-8000-000000000005";
export const megan = "11111111-0000-4000-8000-000000000006";

/** Built by `npm test` before any test runs. */
export const builtTab = join(__dirname, "../../dist/tab");

export interface Demonstration {
  readonly url: string;
  readonly context: ServiceContext;
  /** Asks the API as that person. */
  call<T>(personId: string, method: string, path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}

/** The real server with the built tab and a demonstration council, small unless told. */
export async function startDemonstration(
  size: Partial<Omit<CouncilSize, "now">> = {},
): Promise<Demonstration> {
  const folder = databaseFolder("e2e");
  const database = join(folder, "toolroll.sqlite");
  await copyFile(await seededFile({ people: 150, devices: 220, seed: 1, ...size }), database);
  const environment = parseEnvironment({
    AUTH: "local",
    HOST: "127.0.0.1",
    PORT: "0",
    PUBLIC_URL: "http://127.0.0.1:3978",
    DATABASE_URL: `sqlite:${database}`,
    TIME_ZONE: "Europe/London",
    LOG_LEVEL: "silent",
  });
  const { url, context, stop } = await startServer(environment, { tabFolder: builtTab });
  await lookThrough(url);
  return {
    url,
    context,
    call: (personId, method, path, body) => callAs(url, personId, method, path, body),
    async stop() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server looks through everything by itself when it starts; whoever asks meanwhile is told to wait. */
async function lookThrough(url: string): Promise<void> {
  for (;;) {
    const { lookedAt } = await callAs<{ lookedAt: string | null }>(
      url,
      priya,
      "GET",
      "/api/findings/summary",
    );
    if (lookedAt !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await callAs(url, priya, "POST", "/api/findings/round", {});
}

/** Written once for a run of the tests, because it takes longer than most of what is done with it. */
function seededFile(size: Omit<CouncilSize, "now">): Promise<string> {
  return sharedFile(`council-${Object.values(size).join("-")}.sqlite`, async (path) => {
    const gateway = await openGateway(await migratedSqlite(path));
    await writeCouncil(gateway, buildCouncil({ ...size, now: new Date() }), () => {});
    await gateway.close();
  });
}

async function callAs<T>(
  url: string,
  personId: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${await signIn(url, personId)}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

/** Opens a page of the tab as a person, in a plain browser. */
export async function openTab(page: Page, url: string, path: string, personId: string): Promise<void> {
  const address = new URL(`/tab/${path}`, url);
  address.searchParams.set("as", personId);
  await page.goto(address.href);
}
