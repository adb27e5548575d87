import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

/*
 * What came from Microsoft Graph, by the sync that brought it. A part of Graph is replaced by pointing `graph_part` at
 * another sync, in one row; what no part points at any more is taken away afterwards.
 */

export interface GraphSyncRow {
  id: string;
  kind: string;
  startedAt: string;
  finishedAt: string;
  state: string;
  /** When it last gave a sign of life. */
  beatAt: string;
  /** '' for the clock. */
  requestedBy: string;
  /** JSON. */
  counts: string;
}

export const graphSyncEntity = new EntitySchema<GraphSyncRow>({
  name: "graph_sync",
  tableName: "graph_sync",
  columns: {
    id: key("id"),
    kind: requiredText("kind"),
    startedAt: requiredText("started_at"),
    finishedAt: text("finished_at"),
    state: requiredText("state"),
    beatAt: text("beat_at"),
    requestedBy: text("requested_by"),
    counts: text("counts"),
  },
  indices: [{ name: "graph_sync_started", columns: ["startedAt", "id"] }],
});

export interface GraphSyncPartRow {
  syncId: string;
  name: string;
  state: string;
  fetched: number;
  /** A code, with what Graph said after it. */
  message: string;
}

export const graphSyncPartEntity = new EntitySchema<GraphSyncPartRow>({
  name: "graph_sync_part",
  tableName: "graph_sync_part",
  columns: {
    syncId: key("sync_id"),
    name: key("name"),
    state: requiredText("state"),
    fetched: integer("fetched"),
    message: text("message"),
  },
});

/** Which sync's rows of a part are in force. */
export interface GraphPartRow {
  name: string;
  syncId: string;
  asOf: string;
  /** Where the next delta of this part begins; '' for none. */
  deltaLink: string;
}

export const graphPartEntity = new EntitySchema<GraphPartRow>({
  name: "graph_part",
  tableName: "graph_part",
  columns: {
    name: key("name"),
    syncId: requiredText("sync_id"),
    asOf: requiredText("as_of"),
    deltaLink: text("delta_link"),
  },
});

export interface GraphAccountRow {
  syncId: string;
  personId: string;
  name: string;
  email: string;
  /** The principal name as reports are joined by it. */
  principalKey: string;
  department: string;
  enabled: number;
  guest: number;
  createdAt: string;
  managerId: string;
  /** 0 when sign-ins could not be read or were never seen: nothing is known. */
  signInsKnown: number;
  interactive: string;
  nonInteractive: string;
  successful: string;
  lastReported: string;
  useBand: string;
  lastUsedAt: string;
  /** Which part of the directory gives the person their home team, by the rule of the time; '' for none. */
  homeKey: string;
}

export const graphAccountEntity = new EntitySchema<GraphAccountRow>({
  name: "graph_account",
  tableName: "graph_account",
  columns: {
    syncId: key("sync_id"),
    personId: key("person_id"),
    name: text("name"),
    email: text("email"),
    principalKey: text("principal_key"),
    department: text("department"),
    enabled: integer("enabled"),
    guest: integer("guest"),
    createdAt: text("created_at"),
    managerId: text("manager_id"),
    signInsKnown: integer("sign_ins_known"),
    interactive: text("interactive"),
    nonInteractive: text("non_interactive"),
    successful: text("successful"),
    lastReported: text("last_reported"),
    useBand: text("use_band"),
    lastUsedAt: text("last_used_at"),
    homeKey: text("home_key"),
  },
  indices: [{ name: "graph_account_principal", columns: ["syncId", "principalKey"] }],
});

/** One person's seat of one SKU, however many ways it came. */
export interface GraphHoldingRow {
  syncId: string;
  skuId: string;
  personId: string;
  /** JSON: `direct` and ids of groups. */
  ways: string;
  state: string;
  /** JSON: ids of plans that every assignment disables. */
  disabledPlans: string;
  /** Of the account, so that seats are listed and counted by themselves. */
  nameKey: string;
  enabled: number;
  useBand: string;
}

export const graphHoldingEntity = new EntitySchema<GraphHoldingRow>({
  name: "graph_holding",
  tableName: "graph_holding",
  columns: {
    syncId: key("sync_id"),
    skuId: key("sku_id"),
    personId: key("person_id"),
    ways: requiredText("ways"),
    state: text("state"),
    disabledPlans: requiredText("disabled_plans"),
    nameKey: text("name_key"),
    enabled: integer("enabled"),
    useBand: text("use_band"),
  },
  indices: [
    { name: "graph_holding_person", columns: ["syncId", "personId"] },
    { name: "graph_holding_name", columns: ["syncId", "skuId", "nameKey", "personId"] },
    { name: "graph_holding_band", columns: ["syncId", "skuId", "useBand", "nameKey", "personId"] },
  ],
});

/** How many seats there are of a kind; a team of '' stands for people without one. */
export interface GraphSeatCountRow {
  syncId: string;
  skuId: string;
  teamId: string;
  enabled: number;
  useBand: string;
  count: number;
}

export const graphSeatCountEntity = new EntitySchema<GraphSeatCountRow>({
  name: "graph_seat_count",
  tableName: "graph_seat_count",
  columns: {
    syncId: key("sync_id"),
    skuId: key("sku_id"),
    teamId: key("team_id"),
    enabled: { name: "enabled", type: "integer", primary: true },
    useBand: key("use_band"),
    count: integer("count"),
  },
});

export interface GraphSkuRow {
  syncId: string;
  skuId: string;
  partNumber: string;
  appliesTo: string;
  capability: string;
  enabled: number;
  warning: number;
  suspended: number;
  lockedOut: number;
  consumed: number;
  /** JSON: ids of plans for people. */
  plans: string;
  /** Deleted accounts that still show it; -1 is unknown. */
  deleted: number;
}

export const graphSkuEntity = new EntitySchema<GraphSkuRow>({
  name: "graph_sku",
  tableName: "graph_sku",
  columns: {
    syncId: key("sync_id"),
    skuId: key("sku_id"),
    partNumber: text("part_number"),
    appliesTo: text("applies_to"),
    capability: text("capability"),
    enabled: integer("enabled"),
    warning: integer("warning"),
    suspended: integer("suspended"),
    lockedOut: integer("locked_out"),
    consumed: integer("consumed"),
    plans: requiredText("plans"),
    deleted: { name: "deleted", type: "integer", default: -1 },
  },
});

export interface GraphSubscriptionRow {
  syncId: string;
  id: string;
  skuId: string;
  status: string;
  trial: number;
  seats: number;
  nextLifecycle: string;
}

export const graphSubscriptionEntity = new EntitySchema<GraphSubscriptionRow>({
  name: "graph_subscription",
  tableName: "graph_subscription",
  columns: {
    syncId: key("sync_id"),
    id: key("id"),
    skuId: text("sku_id"),
    status: text("status"),
    trial: integer("trial"),
    seats: integer("seats"),
    nextLifecycle: text("next_lifecycle"),
  },
});
