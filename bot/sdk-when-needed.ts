import type { Log } from "../src/platform/log";
import { whenNeeded } from "../src/platform/when-needed";
import type { BotAdapter, ConnectorAccess } from "./adapter";
import type { BotIdentity } from "./bot-identity";
import type { SdkCheck } from "./sdk-check";

/** What the bot uses of its adapter. */
export type BotPort = Pick<BotAdapter, "take" | "tell" | "replace">;

/** The adapter, with the SDK below it: to load that is a seventh of a server's start, before anybody has written. */
export function adapterWhenNeeded(access: ConnectorAccess, log: Log): BotPort {
  const adapter = whenNeeded(async () => {
    const { BotAdapter } = await import("./adapter.ts");
    return new BotAdapter(access, log);
  });
  return {
    take: async (...turn) => (await adapter()).take(...turn),
    tell: async (...message) => (await adapter()).tell(...message),
    replace: async (...message) => (await adapter()).replace(...message),
  };
}

export function sdkCheckWhenNeeded(identity: BotIdentity): SdkCheck {
  const check = whenNeeded(async () => {
    const { sdkCheck } = await import("./sdk-check.ts");
    return sdkCheck(identity);
  });
  return async (...request) => (await check())(...request);
}
