/** What an answer to a freedom-of-information request says of each system. */
export const disclosureFields = [
  "name",
  "supplier",
  "purpose",
  "departments",
  "hosting",
  "people",
  "contractStart",
  "contractEnd",
  "aiFeatures",
] as const;
export type DisclosureField = (typeof disclosureFields)[number];

/**
 * Exemptions under which a council withholds a fact about a system (Freedom of Information Act 2000, as in force in
 * November 2026). Whether one applies, and the public interest test where it is qualified, is for the council to decide.
 */
export const exemptions = [
  "s.24(1)",
  "s.31(1)",
  "s.36(2)",
  "s.38(1)",
  "s.40(2)",
  "s.41(1)",
  "s.43(2)",
] as const;
export type Exemption = (typeof exemptions)[number];

/** Fields that are withheld, with the reason; those that are not named are disclosed. */
export type Redactions = { readonly [Name in DisclosureField]?: Exemption };

/** What one application does otherwise than the council as a whole. */
export type OwnRedactions = { readonly [Name in DisclosureField]?: Exemption | "disclose" };

/** Why a field is withheld, in the council's own words, for whoever asked. */
export type Reasons = { readonly [Name in DisclosureField]?: string };

/** What is said of fields, and why. */
export interface Ruled<Rules extends OwnRedactions = OwnRedactions> {
  readonly rules: Rules;
  readonly reasons: Reasons;
}

/** Reasons without those of fields that are not withheld: they would explain nothing. */
export function reasonsToKeep({ rules, reasons }: Ruled): Reasons {
  const kept: { [Name in DisclosureField]?: string } = {};
  for (const field of disclosureFields) {
    const reason = reasons[field]?.trim() ?? "";
    if (reason !== "" && rules[field] !== undefined && rules[field] !== "disclose") kept[field] = reason;
  }
  return kept;
}

export interface Redaction {
  readonly exemption: Exemption;
  /** Null where the exemption says enough. */
  readonly reason: string | null;
}

/** Fields that are withheld of one system. */
export type Withheld = { readonly [Name in DisclosureField]?: Redaction };

/** What counts for an application: its own word, else the council's default. */
export function withheldOf(defaults: Ruled<Redactions>, own: Ruled): Withheld {
  const found: { [Name in DisclosureField]?: Redaction } = {};
  for (const field of disclosureFields) {
    const source = own.rules[field] === undefined ? defaults : own;
    const said = source.rules[field];
    if (said === undefined || said === "disclose") continue;
    found[field] = { exemption: said, reason: source.reasons[field] ?? null };
  }
  return found;
}

/** A system as the register knows it; null is not recorded. */
export type DisclosedSystem = Readonly<Record<DisclosureField, string | null>>;

export type DisclosedCell =
  | { readonly kind: "value"; readonly text: string }
  | ({ readonly kind: "redacted" } & Redaction)
  | { readonly kind: "unknown" };

/** The cells of one system in the order of `disclosureFields`. What is withheld is not looked at, known or not. */
export function discloseSystem(system: DisclosedSystem, withheld: Withheld): DisclosedCell[] {
  return disclosureFields.map((field) => {
    const redaction = withheld[field];
    if (redaction !== undefined) return { kind: "redacted", ...redaction };
    const text = system[field];
    return text === null || text === "" ? { kind: "unknown" } : { kind: "value", text };
  });
}

export interface DisclosureCounts {
  readonly systems: number;
  /** By field: how many cells say "not recorded". */
  readonly unknown: Readonly<Partial<Record<DisclosureField, number>>>;
  /** By field and exemption: how many cells are withheld. */
  readonly redacted: Readonly<Partial<Record<DisclosureField, Readonly<Partial<Record<Exemption, number>>>>>>;
}

export function countDisclosure(rows: readonly (readonly DisclosedCell[])[]): DisclosureCounts {
  const unknown: Partial<Record<DisclosureField, number>> = {};
  const redacted: Partial<Record<DisclosureField, Partial<Record<Exemption, number>>>> = {};
  for (const [at, field] of disclosureFields.entries()) {
    for (const row of rows) {
      const cell = row[at];
      if (cell?.kind === "unknown") unknown[field] = (unknown[field] ?? 0) + 1;
      if (cell?.kind !== "redacted") continue;
      const counts = redacted[field] ?? {};
      counts[cell.exemption] = (counts[cell.exemption] ?? 0) + 1;
      redacted[field] = counts;
    }
  }
  return { systems: rows.length, unknown, redacted };
}

/** People who use a system: the figure of the whole, else the sum over its teams if each of them has one. */
export function peopleUsing(total: number | null, byTeam: readonly (number | null)[]): number | null {
  if (total !== null) return total;
  if (byTeam.length === 0 || byTeam.some((count) => count === null)) return null;
  return byTeam.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}
