import sql from "sql-template-tag";
import {
  type DisclosureField,
  disclosureFields,
  type Exemption,
  exemptions,
  type Redactions,
  type Ruled,
} from "../../domain/disclosure/disclosure";
import { type DisclosureRuleRow, disclosureRuleEntity } from "../entities/disclosure-entities";
import type { Reader, Writer } from "../gateway";

const nothingSaid = { rules: {}, reasons: {} } as const;

/** Under this the rules for all are kept. */
const council = "council";

export interface DisclosureRules {
  readonly defaults: Ruled<Redactions>;
  readonly own: ReadonlyMap<string, Ruled>;
}

/** Everything that was said; a field or exemption that the product no longer knows is left out. */
export async function disclosureRules(reader: Reader): Promise<DisclosureRules> {
  const rows = await reader.rows<DisclosureRuleRow>(
    sql`SELECT r.application_id AS "applicationId", r.field, r.rule, r.reason FROM disclosure_rule r`,
  );
  const own = new Map<string, Ruled>();
  let defaults: Ruled<Redactions> = nothingSaid;
  for (const row of rows) {
    const field = disclosureFields.find((one) => one === row.field);
    const rule = ([...exemptions, "disclose"] as const).find((one) => one === row.rule);
    if (field === undefined || rule === undefined) continue;
    if (row.applicationId !== council) {
      own.set(row.applicationId, withOne(own.get(row.applicationId) ?? nothingSaid, field, rule, row.reason));
    } else if (rule !== "disclose") defaults = withOne(defaults, field, rule, row.reason);
  }
  return { defaults, own };
}

function withOne<Rule extends Exemption | "disclose">(
  { rules, reasons }: Ruled<{ readonly [Name in DisclosureField]?: Rule }>,
  field: DisclosureField,
  rule: Rule,
  reason: string,
): Ruled<{ readonly [Name in DisclosureField]?: Rule }> {
  return {
    rules: { ...rules, [field]: rule },
    reasons: reason === "" ? reasons : { ...reasons, [field]: reason },
  };
}

/** Replaces what was said for all, or with an id for one application. */
export async function putDisclosureRules(
  tx: Writer,
  applicationId: string | null,
  { rules, reasons }: Ruled,
): Promise<void> {
  const owner = applicationId ?? council;
  await tx.run(sql`DELETE FROM disclosure_rule WHERE application_id = ${owner}`);
  const rows = disclosureFields.flatMap((field) => {
    const rule = rules[field];
    return rule === undefined ? [] : [{ applicationId: owner, field, rule, reason: reasons[field] ?? "" }];
  });
  if (rows.length > 0) await tx.manager.insert(disclosureRuleEntity, rows);
}
