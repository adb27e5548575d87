import type { BareDatabase } from "../bare-database";
import type { Contender } from "../contender";

export type Engine = BareDatabase["engine"];

/** Another server that a team would host for the job, with an HTTP interface over a table of its database. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  readonly goals: Readonly<Record<Engine, PeerGoals>>;
  /**
   * From the npm registry into a folder of its own, unless it stands there already.
   * @throws NoPeer when it cannot be had
   */
  install(folder: string): Promise<void>;
  start(place: PeerPlace): Promise<RunningPeer>;
}

/** A peer could not be had: nothing about its speed is known then. */
export class NoPeer extends Error {}

/** How many times as much as the peer ours should do. */
export interface PeerGoals {
  readonly device: number;
  readonly page: number;
  readonly deep: number;
  readonly search: number;
  readonly counts: number;
  /** With 32 connections and with one. */
  readonly insert: readonly [many: number, one: number];
  readonly import: number;
  /** How much of the peer's p99 of a page ours may take, where that is a goal. */
  readonly p99?: number;
}

export interface PeerPlace {
  /** Where it is installed. */
  readonly install: string;
  /** An empty folder for what it keeps. */
  readonly home: string;
  /** A database that holds our devices and nothing else. */
  readonly devicesUrl: string;
}

export interface RunningPeer extends Contender {
  readonly api: PeerApi;
}

export type PeerRow = Readonly<Record<string, unknown>>;

export interface PageQuery {
  /** Values that columns must equal. */
  readonly equal?: Readonly<Record<string, string>>;
  /** What the text for searching must contain. */
  readonly contains?: string;
  readonly page?: number;
}

/** The addresses of a peer, and what its answers say. */
export interface PeerApi {
  /** A peer knows a record by its primary key. */
  one(row: number): string;
  /** Fifty devices by tag, with how many there are in all. */
  page(query: PageQuery): string;
  /** How many devices each team has in each status. */
  readonly counts: string;
  /** Where one device is posted to, and where many are. */
  readonly add: string;
  readonly addMany: string;
  readonly told: {
    device(answer: unknown): PeerRow;
    page(answer: unknown): { readonly rows: readonly PeerRow[]; readonly total: number };
    counts(answer: unknown): readonly PeerRow[];
    /** The numbers of the new rows. */
    added(answer: unknown): readonly number[];
  };
}

/** What a device is in its own table, as far as our answers tell of it: peers are asked for these. */
export const deviceColumns: readonly string[] = [
  ...["seq", "id", "asset_tag", "serial", "type", "manufacturer", "model", "os", "os_version", "status"],
  ...["label", "team_id", "assignee_id", "acceptance", "purchase_date", "warranty_end", "cost_amount"],
  ...["cost_currency", "notes", "disposed_on", "disposal_method", "disposal_reference", "source"],
  ...["last_confirmed_at", "last_seen_at", "os_support_end", "os_support_last", "replace_on", "version"],
];

export const pageRows = 50;
