import { heldBy } from "../../database/stores/graph/holding-store";
import { type Instant, toInstant } from "../../domain/instant";
import { microsoftRefused, microsoftUnavailable, refusalWithoutToken } from "../../domain/licence/on-behalf";
import { productName } from "../../domain/licence/product-name";
import { Refusal } from "../../domain/refusal";
import { type OwnLicence, readOwnLicences } from "../../graph/graph-my-licence";
import { type GraphOnBehalf, NoTokenForPerson } from "../../graph/graph-on-behalf";
import { GraphBusy, GraphFailed, GraphNotPermitted } from "../../graph/graph-problem";
import type { ServiceContext } from "../service-context";
import type { LicenceReference } from "./licence-reference";

export interface NamedLicence {
  readonly skuId: string;
  readonly productName: string;
}

/** What a person holds at Microsoft 365, as the last sync read it or as they may ask themselves. */
export interface MyLicences {
  /** `readAt` is null as long as no sync has read who holds what. */
  held(personId: string): Promise<{
    readonly items: readonly NamedLicence[];
    readonly readAt: Instant | null;
    readonly askable: boolean;
  }>;
  /**
   * Asks Microsoft 365 in the person's own name; nothing of the answer is kept.
   * @param assertion the person's own access token, which the door has checked; null where there is none
   * @throws Refusal not-allowed `microsoft-consent-missing`, `microsoft-sign-in-needed`, `microsoft-refused`,
   * `not-signed-in`; unavailable `microsoft-set-up-wrong`, `microsoft-unavailable`; conflict `microsoft-not-asked`
   */
  ask(
    assertion: string | null,
  ): Promise<{ readonly items: readonly NamedLicence[]; readonly readAt: Instant }>;
}

/** @param onBehalf null where nobody signs in with Entra ID */
export function myLicences(
  context: ServiceContext,
  { names }: Pick<LicenceReference, "names">,
  onBehalf: GraphOnBehalf | null,
): MyLicences {
  const named = (licences: readonly OwnLicence[]) =>
    licences
      .map(({ skuId, skuPartNumber }) => ({
        skuId,
        productName: productName(names, skuId, skuPartNumber || skuId),
      }))
      .sort((one, other) => byName(one.productName, other.productName));
  return {
    async held(personId) {
      const { licences, readAt } = await context.gateway.read((reader) => heldBy(reader, personId));
      return { items: named(licences), readAt, askable: onBehalf !== null };
    },
    async ask(assertion) {
      if (onBehalf === null || assertion === null) throw new Refusal("conflict", "microsoft-not-asked");
      try {
        const licences = await readOwnLicences(await onBehalf.connect(assertion));
        return { items: named(licences), readAt: toInstant(context.clock.now()) };
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

const byName = new Intl.Collator("en").compare;
/** Where Graph says nothing of when. */
const aMinute = 60;

function refusalOf(error: unknown): unknown {
  if (error instanceof NoTokenForPerson) return refusalWithoutToken(error.said, error);
  if (error instanceof GraphNotPermitted) return microsoftRefused(error);
  if (error instanceof GraphBusy) return microsoftUnavailable(error.ms / 1_000, error);
  return error instanceof GraphFailed ? microsoftUnavailable(aMinute, error) : error;
}
