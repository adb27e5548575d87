import { z } from "zod";
import { pathOfUnkept, unkeptMessage } from "../src/contracts/wire";

/** Ids become parts of paths: one with path characters would reach another place than it names. */
const safeId = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[^/\\?#%\p{Cc}\s]+$/u, "has characters that an id may not have")
  .refine((id) => id !== "." && id !== "..", "is not an id");

const account = z.object({
  id: safeId,
  name: z.string().max(1_000).optional(),
  aadObjectId: safeId.max(100).optional(),
});

/** The fields of an activity that the bot knows; all others are dropped before anything reads them. */
export const incomingActivity = z
  .object({
    type: z.string().min(1).max(100),
    id: safeId.optional(),
    name: z.string().max(200).optional(),
    action: z.string().max(100).optional(),
    channelId: z.string().min(1).max(100),
    serviceUrl: z.url({ protocol: /^https?$/ }).max(2_000),
    from: account,
    recipient: account,
    conversation: z.object({
      id: safeId,
      conversationType: z.string().max(100).optional(),
      isGroup: z.boolean().optional(),
      tenantId: z.string().max(100).optional(),
    }),
    channelData: z.object({ tenant: z.object({ id: z.string().max(100) }).optional() }).optional(),
    replyToId: safeId.optional(),
    locale: z.string().max(100).optional(),
    text: z.string().optional(),
    value: z.unknown().optional(),
  })
  .refine((activity) => pathOfUnkept(activity) === null, unkeptMessage);
export type IncomingActivity = z.output<typeof incomingActivity>;

/** Just enough to write to this conversation again; no names. */
export const conversationReference = z.object({
  serviceUrl: z.url({ protocol: /^https?$/ }),
  channelId: z.string(),
  conversation: z.object({
    id: safeId,
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  user: z.object({ id: safeId, aadObjectId: safeId.optional() }),
  agent: z.object({ id: safeId }),
});
export type KnownConversation = z.output<typeof conversationReference>;

export function referenceOf(activity: IncomingActivity): KnownConversation {
  const { serviceUrl, channelId, conversation, from, recipient } = activity;
  return conversationReference.parse({ serviceUrl, channelId, conversation, user: from, agent: recipient });
}

/** The sender's Entra object id, the only thing that says who they are. Some clients write it in capitals. */
export function senderOf(activity: IncomingActivity): string | null {
  const { aadObjectId } = activity.from;
  if (aadObjectId === undefined) return null;
  return z.guid().safeParse(aadObjectId).success ? aadObjectId.toLowerCase() : aadObjectId;
}

/** Every tenant that the activity names; Teams names the same one in two places. */
export function tenantsOf({ conversation, channelData }: IncomingActivity): string[] {
  return [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);
}

export function isPersonal(activity: IncomingActivity): boolean {
  const { conversationType, isGroup } = activity.conversation;
  return isGroup !== true && (conversationType === undefined || conversationType === "personal");
}
