import sql from "sql-template-tag";
import {
  type DisclosureField,
  disclosureFields,
  exemptions,
  type OwnRedactions,
  type Redactions,
} from "../../domain/disclosure/disclosure";
import { type DisclosureRuleRow, disclosureRuleEntity } from "../entities/disclosure-entities";
import type { Reader, Writer } from "../gateway";

/** Under this the rules for all are kept. */
const council = "council";

export interface DisclosureRules {
  readonly defaults: Redactions;
  readonly own: ReadonlyMap<string, OwnRedactions>;
}

/** Everything that was said; a field or exemption that the product no longer knows is left out. */
export async function disclosureRules(reader: Reader): Promise<DisclosureRules> {
  const rows = await reader.rows<DisclosureRuleRow>(
    sql`SELECT r.application_id AS "applicationId", r.field, r.rule FROM disclosure_rule r`,
  );
  const all = new Map<string, { [Name in DisclosureField]?: OwnRedactions[Name] }>();
  for (const row of rows) {
    const field = disclosureFields.find((one) => one === row.field);
    const rule = ([...exemptions, "disclose"] as const).find((one) => one === row.rule);
    if (field === undefined || rule === undefined) continue;
    all.set(row.applicationId, { ...all.get(row.applicationId), [field]: rule });
  }
  const { [council]: defaults = {}, ...own } = Object.fromEntries(all);
  return { defaults: defaults as Redactions, own: new Map(Object.entries(own)) };
}

/** Replaces what was said for all, or with an id for one application. */
export async function putDisclosureRules(
  tx: Writer,
  applicationId: string | null,
  rules: OwnRedactions,
): Promise<void> {
  const owner = applicationId ?? council;
  await tx.run(sql`DELETE FROM disclosure_rule WHERE application_id = ${owner}`);
  const rows = Object.entries(rules).map(([field, rule]) => ({ applicationId: owner, field, rule }));
  if (rows.length > 0) await tx.manager.insert(disclosureRuleEntity, rows);
}
