import { reachabilityOf } from "../../database/stores/outbox-store";
import { peopleByIds } from "../../database/stores/person-store";
import { messagesSince } from "../../database/stores/sent-message-store";
import type { Audience } from "../../domain/audience";
import type { CheckInPurpose } from "../../domain/check-in";
import {
  type AudiencePreview,
  type Previewed,
  previewAudience,
} from "../../domain/check-in/audience-preview";
import { budgetSince } from "../../domain/check-in/message-budget";
import { toInstant } from "../../domain/instant";
import { resolveAudience } from "../audience-service";
import { skuAsked } from "../licence/review-asking";
import type { ServiceContext } from "../service-context";
import { contactRules } from "./good-times";

/** Few enough for one statement on either engine. */
const atOnce = 500;

/**
 * Who would be asked, how many, and who would get no message and why.
 * @param skuId what a licence review asks about, where the audience does not say
 * @throws Refusal as `resolveAudience`
 */
export function previewOf(
  context: ServiceContext,
  audience: Audience,
  purpose: CheckInPurpose,
  skuId: string | null = null,
): Promise<AudiencePreview> {
  const now = context.clock.now();
  return context.gateway.read(async (reader) => {
    const notUsing = purpose === "licence-review" ? skuAsked(skuId, audience) : null;
    const addressees = await resolveAudience(reader, audience, notUsing);
    const found: Previewed[] = [];
    let budget = 0;
    for (let at = 0; at < addressees.length; at += atOnce) {
      const some = addressees.slice(at, at + atOnce);
      const ids = some.map(({ id }) => id);
      const people = await reachabilityOf(reader, ids);
      const named = await peopleByIds(reader, ids);
      const rules = await contactRules(context, reader, ids);
      const messages = await messagesSince(reader, ids, budgetSince(now), toInstant(now), "");
      budget = rules.calendar.messageBudget;
      for (const { id, active } of some) {
        const conversation = people.get(id)?.conversation ?? null;
        const { stopped } = rules.preferenceOf(id);
        const known = { id, name: named.get(id)?.name ?? "", active, conversation, stopped };
        found.push({ ...known, messages: messages.get(id) ?? [] });
      }
    }
    return previewAudience(found, purpose, budget, now);
  });
}
