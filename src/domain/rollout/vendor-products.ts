import { matchKey } from "../match-key";

/** A record of the register by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A SKU with the names of the product and of the service plans that it brings. */
export interface NamedSku {
  readonly skuId: string;
  readonly names: readonly string[];
}

/** Names under which a register may have what Microsoft calls otherwise. */
const others: Readonly<Record<string, readonly string[]>> = {
  exchange: ["outlook"],
  "365 apps": ["word", "excel", "powerpoint", "outlook", "office", "365"],
  "365 suite": ["365", "office"],
  "365 for the web": ["office", "365"],
  "viva engage": ["yammer"],
  yammer: ["viva engage"],
  "copilot 365": ["copilot", "365 copilot"],
  "skype for business": ["skype"],
};

/** Words of a product's name that tell it from no other. */
const idle = /\b(microsoft|office 365|online|for business|for enterprise|for education)\b/g;

/** A name without what tells it from no other: "Microsoft Teams" and "Teams" are one, so are "SharePoint Online" and "SharePoint". */
export function coreOf(name: string): string {
  const key = matchKey(name).replace(/[()[\],:®™]/g, " ");
  const core = key.replace(idle, " ").replace(/\s+/g, " ").trim();
  return core === "" ? key.replace(/\s+/g, " ").trim() : core;
}

/**
 * What of the register a message is about: applications that are called as one of its services is, and SKUs that are, or bring, one
 * of them.
 */
export function productsTouched(
  services: readonly string[],
  { applications, skus }: { readonly applications: readonly Named[]; readonly skus: readonly NamedSku[] },
): { readonly applicationIds: string[]; readonly skuIds: string[] } {
  const asked = new Set(services.map(coreOf));
  const called = new Set([...asked].flatMap((core) => [core, ...(others[core] ?? [])]));
  return {
    applicationIds: applications.flatMap(({ id, name }) => (called.has(coreOf(name)) ? [id] : [])),
    skuIds: skus.flatMap(({ skuId, names }) =>
      names.some((name) => {
        const core = coreOf(name);
        return [...asked].some((service) => startsWithWords(core, service));
      })
        ? [skuId]
        : [],
    ),
  };
}

/** "exchange plan 1" begins with "exchange"; "365 e3" with "365 suite" it does not. */
function startsWithWords(core: string, service: string): boolean {
  return core === service || core.startsWith(`${service} `);
}
