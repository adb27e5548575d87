import { Client } from "pg";

/** Longer than any server on a council's network takes, short enough to be waited for. */
const patienceMs = 10_000;

/**
 * One connection beside the pool's, for looking at a server before anything relies on it.
 * @throws the driver's fault with a code that `openingFault` knows; never waits longer than ten seconds
 */
export async function connectClient(url: string, applicationName: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: patienceMs,
  });
  // After it has failed to connect, or is closed, what else the line says is of no interest.
  client.on("error", () => {});
  await client.connect().catch((fault: unknown) => {
    void client.end().catch(() => {});
    throw withCode(fault);
  });
  return client;
}

/** The driver has no codes for its own words. */
function withCode(fault: unknown): unknown {
  if (!(fault instanceof Error) || "code" in fault) return fault;
  const code = /timeout expired/.test(fault.message)
    ? "ETIMEDOUT"
    : /terminated unexpectedly/.test(fault.message)
      ? "NOT_POSTGRES"
      : null;
  return code === null ? fault : Object.assign(new Error(fault.message, { cause: fault }), { code });
}
