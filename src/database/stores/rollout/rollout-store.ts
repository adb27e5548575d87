import sql from "sql-template-tag";
import type { Page, PageRequest } from "../../../domain/page";
import type { Scope } from "../../../domain/permission";
import type { Rollout } from "../../../domain/rollout/rollout";
import { orEmpty, orNull } from "../../entities/columns";
import { type RolloutRow, rolloutEntity } from "../../entities/rollout-entities";
import { firstRow, type Reader, type Writer } from "../../gateway";
import { untilWritten } from "../../row-lock";
import { keysetPage } from "../keyset-page";
import { titled } from "../name-search";
import { allOf } from "../scope-sql";
import { rolloutsWithin } from "./rollout-scope";

export interface RolloutView extends Rollout {
  readonly ownerName: string | null;
  /** The application's name, or the model; null for an application that has gone. */
  readonly subjectName: string | null;
}

type ViewRow = RolloutRow & { ownerName: string | null; applicationName: string | null };

const columns = sql`r.id, r.name, r.goal, r.application_id AS "applicationId", r.device_model AS "deviceModel",
  r.owner_id AS "ownerId", r.sku_id AS "skuId", r.escalate_after_days AS "escalateAfterDays",
  r.created_by AS "createdBy", r.created_at AS "createdAt", r.version`;
const viewed = sql`SELECT ${columns}, o.name AS "ownerName", a.name AS "applicationName" FROM rollout r
  LEFT JOIN person o ON o.id = r.owner_id LEFT JOIN application a ON a.id = r.application_id`;

export async function findRollout(reader: Reader, id: string, scope: Scope): Promise<RolloutView | null> {
  const where = allOf([sql`r.id = ${id}`, rolloutsWithin(scope)]);
  const row = await firstRow<ViewRow>(reader, sql`${viewed} WHERE ${where}`);
  return row && viewOf(row);
}

/** As it is until this transaction ends: waves are added one after the other. */
export async function lockRollout(tx: Writer, id: string): Promise<Rollout | null> {
  const row = await firstRow<RolloutRow>(
    tx,
    sql`SELECT ${columns} FROM rollout r WHERE r.id = ${id} ${untilWritten(tx)}`,
  );
  return row && fromRow(row);
}

export async function rolloutPage(
  reader: Reader,
  scope: Scope,
  search: string | undefined,
  page: PageRequest<"createdAt">,
): Promise<Page<RolloutView>> {
  const where = allOf([rolloutsWithin(scope), search ? titled(reader, sql`r.name`, search) : null]);
  const { items, ...rest } = await keysetPage<ViewRow>(
    reader,
    {
      select: viewed,
      from: sql`rollout r`,
      where,
      order: [sql`r.created_at`, sql`r.id`],
      placeOf: ({ createdAt, id }) => [createdAt, id],
    },
    page,
  );
  return { ...rest, items: items.map(viewOf) };
}

export async function insertRollout(tx: Writer, rollout: Rollout): Promise<void> {
  await tx.manager.insert(rolloutEntity, toRow(rollout));
}

export async function updateRollout(tx: Writer, rollout: Rollout): Promise<void> {
  const { id, ...values } = toRow(rollout);
  await tx.manager.update(rolloutEntity, { id }, values);
}

function viewOf({ ownerName, applicationName, ...row }: ViewRow): RolloutView {
  return { ...fromRow(row), ownerName, subjectName: orNull(row.deviceModel) ?? applicationName };
}

function fromRow({ applicationId, deviceModel, ...row }: RolloutRow): Rollout {
  return {
    ...row,
    goal: orNull(row.goal),
    subject: applicationId === "" ? { deviceModel } : { applicationId },
    ownerId: orNull(row.ownerId),
    skuId: orNull(row.skuId),
  };
}

function toRow({ subject, ...rollout }: Rollout): RolloutRow {
  return {
    ...rollout,
    goal: orEmpty(rollout.goal),
    applicationId: "applicationId" in subject ? subject.applicationId : "",
    deviceModel: "deviceModel" in subject ? subject.deviceModel : "",
    ownerId: orEmpty(rollout.ownerId),
    skuId: orEmpty(rollout.skuId),
  };
}
