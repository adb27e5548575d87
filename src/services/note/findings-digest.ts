import type { Reader } from "../../database/gateway";
import { openFindings } from "../../database/stores/finding-store";
import { findCaller } from "../../database/stores/person-store";
import { seenRolesOf } from "../../database/stores/seen-role-store";
import { rolesThatHold } from "../../domain/application/contract-calendar";
import { digestOf, type FindingDigest, namedInDigest } from "../../domain/finding/finding-digest";
import { can, scopeOf } from "../../domain/permission";
import { withNames } from "../finding/finding-overview";
import type { LicenceReference } from "../licence/licence-reference";

/**
 * What a person may be told of open findings: those of the teams that they manage, as the Findings page shows them, and
 * those that they see to, while they have a role that shows those to them.
 * @returns null when there is nothing to say, and for somebody who has left
 */
export async function findingsDigest(
  reader: Reader,
  reference: LicenceReference,
  personId: string,
  now: Date,
): Promise<FindingDigest | null> {
  const manager = await findCaller(reader, personId, []);
  if (manager === null) return null;
  const seen = await seenRolesOf(reader, personId);
  const roles = seen === null ? [] : rolesThatHold(seen.roles, seen.seenAt, now);
  const withRoles = { ...manager, roles };
  const ownerId = roles.length > 0 && can(withRoles, "finding.read") ? personId : null;
  const { counts, top } = await openFindings(reader, manager.scope, ownerId, namedInDigest);
  const caller = ownerId === null ? manager : { ...withRoles, scope: scopeOf(personId, roles, []) };
  const named = await withNames(reader, caller, reference, top);
  const lines = named.map(({ kind, subject, subjectName, count }) => ({
    ...{ kind, subjectKind: subject.kind, name: subjectName, count },
  }));
  return digestOf(counts, lines);
}
