import { botClientId, tenantId } from "./entra";

/** A message as Teams sends it in a personal chat. */
export function teamsActivity(
  personId: string,
  serviceUrl: string,
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    type: "message",
    id: `${Date.now()}`,
    timestamp: new Date().toISOString(),
    channelId: "msteams",
    serviceUrl,
    from: { id: `29:${personId}`, name: "Canary Name", aadObjectId: personId },
    recipient: { id: `28:${botClientId}`, name: "Toolroll" },
    conversation: { id: `a:${personId}`, conversationType: "personal", tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: "en-GB",
    text: "help",
    ...change,
  };
}

/** Posts to the bot as the Bot Connector does. */
export function postActivity(
  serverUrl: string,
  activity: unknown,
  token: string | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${serverUrl}/api/messages`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(activity),
  });
}
