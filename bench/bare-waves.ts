import { gateAnswer } from "../src/api/rollout-answers";
import type { Conformance } from "../src/domain/application/application";
import { toInstant } from "../src/domain/instant";
import { availableSeats, type Capability } from "../src/domain/licence/seats";
import {
  conformanceLevel,
  type Gate,
  type GateRule,
  judgeGate,
  passes,
  type Reading,
  shareOf,
} from "../src/domain/rollout/gate";
import { noParticipants, type ParticipantState } from "../src/domain/rollout/participant";
import { progressOf } from "../src/domain/rollout/progress";
import { confidenceReading, devicesReady, seatsReady, workingTypes } from "../src/domain/rollout/readiness";
import type { Released } from "../src/domain/survey/confidence";
import type { BareDatabase } from "./bare-database";

interface WaveRead {
  readonly rolloutId: string;
  readonly applicationId: string;
  readonly skuId: string;
  readonly gates: string;
  readonly plannedStart: string;
  readonly plannedEnd: string;
}

/** The best queries we know for the wave of the bench: kept totals, and one look at each of its people's devices and seats. */
export function bareWaves(database: BareDatabase) {
  const one = async <T>(text: string, values: readonly unknown[]) =>
    (await database.rows<T>(text, values))[0] as T;
  const waveOf = (id: string) =>
    one<WaveRead>(
      `SELECT w.rollout_id AS "rolloutId", r.application_id AS "applicationId", r.sku_id AS "skuId", w.gates,
          w.planned_start AS "plannedStart", w.planned_end AS "plannedEnd"
        FROM wave w JOIN rollout r ON r.id = w.rollout_id WHERE w.id = ?`,
      [id],
    );
  return {
    async progress(id: string): Promise<string> {
      const wave = await waveOf(id);
      const rows = await database.rows<{
        state: ParticipantState;
        live: string;
        confirmed: string;
        n: number;
      }>(
        `SELECT c.state, c.live_on AS live, c.confirmed_on AS confirmed, CAST(sum(c.count) AS integer) AS n
           FROM wave_count c WHERE c.wave_id = ? AND c.count > 0 GROUP BY c.state, c.live_on, c.confirmed_on`,
        [id],
      );
      const counts = noParticipants();
      for (const { state, n } of rows) counts[state] += n;
      const live = rows.flatMap(({ live: day, n: count }) => (day === "" ? [] : [{ day, count }]));
      const confirmed = rows.flatMap(({ confirmed: day, n: count }) => (day === "" ? [] : [{ day, count }]));
      const today = toInstant(new Date()).slice(0, 10);
      return JSON.stringify({
        waveId: id,
        ...progressOf([{ ...wave, counts }], { live, confirmed }, today),
        counts,
      });
    },
    async gates(id: string): Promise<string> {
      const wave = await waveOf(id);
      const now = new Date();
      const kept = await one<{ of: number; met: number }>(trainedText, [id, id, id]);
      const found: Gate[] = [];
      for (const rule of JSON.parse(wave.gates) as GateRule[])
        found.push(judgeGate(rule, await reading(rule, id, wave, kept, now), now));
      return JSON.stringify({ waveId: id, passes: found.every(passes), items: found.map(gateAnswer) });
    },
    async people(id: string, { limit, state }: { limit: number; state?: string }): Promise<string> {
      const [only, values] = state === undefined ? ["", []] : [" AND q.state = ?", [state]];
      const total = await one<{ n: number }>(
        `SELECT CAST(sum(q.count) AS integer) AS n FROM wave_count q WHERE q.wave_id = ?${only}`,
        [id, ...values],
      );
      const rows = await database.rows<{ json: string; key: string; id: string }>(
        `SELECT ${personJson(database)} AS json, h.name_key AS key, h.id
           FROM person h CROSS JOIN wave_participant q LEFT JOIN team t ON t.id = h.team_id
             LEFT JOIN blocker b ON b.id = q.blocker_id
          WHERE h.id = q.person_id AND q.wave_id = ?${only} ORDER BY h.name_key, h.id LIMIT ?`,
        [id, ...values, limit + 1],
      );
      const more = rows.length > limit;
      if (more) rows.pop();
      const last = rows.at(-1);
      const place = JSON.stringify(["name", last?.key, last?.id]);
      const next = more ? JSON.stringify(Buffer.from(place).toString("base64url")) : "null";
      const items = rows.map(({ json }) => json).join(",");
      return `{"items":[${items}],"total":${total.n ?? 0},"totalCapped":false,"nextCursor":${next}}`;
    },
  };

  async function reading(
    { measure }: GateRule,
    id: string,
    wave: WaveRead,
    kept: { readonly of: number; readonly met: number },
    now: Date,
  ): Promise<Reading> {
    const asOf = toInstant(now);
    switch (measure) {
      case "trained":
        return shareOf(kept.met, 0, kept.of, asOf);
      case "champions": {
        const { of, met } = await one<{ of: number; met: number }>(championText, [id, wave.rolloutId]);
        return shareOf(met, 0, of, asOf);
      }
      case "open-blockers": {
        const { n } = await one<{ n: number }>(
          `SELECT CAST(count(*) AS integer) AS n FROM blocker b
            WHERE b.rollout_id = ? AND b.state = 'open' AND b.wave_id IN (?, '')`,
          [wave.rolloutId, id],
        );
        return { low: n, high: n, asOf, counts: null };
      }
      case "accessibility": {
        const { accessibility } = await one<{ accessibility: Conformance }>(
          "SELECT a.accessibility FROM application a WHERE a.id = ?",
          [wave.applicationId],
        );
        const level = conformanceLevel(accessibility);
        if (level === null) return { unknownBecause: "not-recorded", asOf: null };
        return { low: level, high: level, asOf: null, counts: null };
      }
      case "confidence":
        return confidenceOf(wave.applicationId);
      case "seats-available":
        return seatsOf(id, wave.skuId, kept.of);
      case "devices-ready": {
        const today = asOf.slice(0, 10);
        const day = wave.plannedStart > today ? wave.plannedStart : today;
        const held = await one<{ ready: number; unknown: number; heard: string | null }>(deviceText, [
          ...[day, day, day],
          ...workingTypes,
          id,
        ]);
        return devicesReady({
          ...{ of: kept.of, ready: held.ready, unknown: held.unknown, heardAt: held.heard },
        });
      }
    }
  }

  /** Of the latest survey that asked about it, what was published of everybody. */
  async function confidenceOf(applicationId: string): Promise<Reading> {
    const asked = await database.rows<{ itemId: string; surveyId: string; closedAt: string }>(
      `SELECT i.id AS "itemId", s.id AS "surveyId", s.closed_at AS "closedAt"
         FROM survey_item i JOIN survey s ON s.id = i.survey_id
        WHERE s.state = 'closed' AND i.application_id = ? ORDER BY s.closed_at DESC, s.id DESC`,
      [applicationId],
    );
    const [latest] = asked;
    if (latest === undefined) return { unknownBecause: "not-published", asOf: null };
    const whole = await one<{ figures: string } | undefined>(
      `SELECT g.figures FROM survey_group g WHERE g.survey_id = ? AND g.parent_id = '' AND g.figures <> ''`,
      [latest.surveyId],
    );
    const figures = JSON.parse(whole?.figures ?? "{}") as Record<string, Released>;
    const own = asked.filter(({ surveyId }) => surveyId === latest.surveyId);
    return confidenceReading(
      own.flatMap(({ itemId }) => figures[itemId] ?? []),
      latest.closedAt,
    );
  }

  async function seatsOf(id: string, skuId: string, of: number): Promise<Reading> {
    const sku = await one<{
      enabled: number;
      warning: number;
      suspended: number;
      lockedOut: number;
      consumed: number;
      capability: Capability;
      asOf: string;
    }>(skuText, [skuId]);
    const { n } = await one<{ n: number }>(
      `SELECT CAST(count(*) AS integer) AS n FROM wave_participant q JOIN graph_part k ON k.name = 'people'
         JOIN graph_holding g ON g.sync_id = k.sync_id AND g.person_id = q.person_id AND g.sku_id = ?
          AND g.state <> 'Error'
        WHERE q.wave_id = ? AND q.state <> 'exempt'
          AND q.person_id NOT IN (SELECT a.id FROM person a WHERE a.active = 0)`,
      [skuId, id],
    );
    const available = availableSeats(sku, sku.capability, sku.consumed);
    return seatsReady({ of, held: n, available }, sku.asOf);
  }
}

const trainedText = `SELECT CAST(kept.n - gone.n AS integer) AS "of", CAST(kept.met - gone.met AS integer) AS met FROM
  (SELECT sum(c.count) AS n, sum(c.count * c.trained) AS met FROM wave_count c
    WHERE c.wave_id = ? AND c.state <> 'exempt') kept,
  (SELECT count(*) AS n, count(CASE WHEN q.trained_on <> '' OR q.live_on <> '' THEN 1 END) AS met
     FROM wave_participant q WHERE q.wave_id = ? AND q.state <> 'exempt' AND q.person_id IN (
       SELECT a.id FROM person a WHERE a.active = 0
       UNION ALL SELECT e.person_id FROM wave_participant e
        WHERE e.wave_id = ? AND e.person_id >= 'erased-' AND e.person_id < 'erased.')) gone`;

const championText = `SELECT CAST(count(*) AS integer) AS "of", CAST(count(c.team_id) AS integer) AS met FROM (
  SELECT t.id AS team_id FROM team t WHERE EXISTS (SELECT 1 FROM person x CROSS JOIN wave_participant q
   WHERE x.team_id = t.id AND x.active = 1 AND q.wave_id = ? AND q.person_id = x.id AND q.state <> 'exempt')) t
  LEFT JOIN (SELECT DISTINCT y.team_id FROM wave_participant k JOIN person y ON y.id = k.person_id AND y.active = 1
   WHERE k.rollout_id = ? AND k.champion = 1) c ON c.team_id = t.team_id`;

const skuText = `SELECT s.enabled, s.warning, s.suspended, s.locked_out AS "lockedOut", s.consumed, s.capability,
    CASE WHEN k.as_of < p.as_of THEN k.as_of ELSE p.as_of END AS "asOf"
  FROM graph_part k JOIN graph_sku s ON s.sync_id = k.sync_id JOIN graph_part p ON p.name = 'people'
 WHERE k.name = 'skus' AND s.sku_id = ?`;

const usable = "d.status = 'deployable' AND (d.replace_on = '' OR d.replace_on > ?)";

const deviceText = `SELECT CAST(count(CASE WHEN best = 2 THEN 1 END) AS integer) AS ready,
    CAST(count(CASE WHEN best = 1 THEN 1 END) AS integer) AS unknown, MIN(heard) AS heard FROM (
  SELECT MAX(CASE WHEN NOT (${usable}) THEN 0
             WHEN d.os_support_end NOT IN ('', 'none') AND d.os_support_end >= ? THEN 2
             WHEN d.os_support_last NOT IN ('', 'none') AND d.os_support_last < ? THEN 0 ELSE 1 END) AS best,
         MAX(NULLIF(CASE WHEN d.last_seen_at > d.last_confirmed_at THEN d.last_seen_at
             ELSE d.last_confirmed_at END, '')) AS heard
    FROM wave_participant q JOIN device d ON d.assignee_id = q.person_id AND d.type IN (?, ?, ?)
    JOIN person a ON a.id = q.person_id AND a.active = 1
   WHERE q.wave_id = ? AND q.state <> 'exempt' GROUP BY q.person_id) held`;

const personFields: readonly (readonly [string, string])[] = [
  ["personId", "q.person_id"],
  ["personName", "h.name"],
  ["teamId", "NULLIF(h.team_id, '')"],
  ["teamName", "t.name"],
  ["state", "q.state"],
  ["before", "NULLIF(q.before_state, '')"],
  ["champion", "CHAMPION"],
  ["reason", "NULLIF(q.reason, '')"],
  ["blockerId", "NULLIF(q.blocker_id, '')"],
  ["blockerText", "NULLIF(b.text, '')"],
  ["invitedOn", "NULLIF(q.invited_on, '')"],
  ["trainedOn", "NULLIF(q.trained_on, '')"],
  ["liveOn", "NULLIF(q.live_on, '')"],
  ["confirmedOn", "NULLIF(q.confirmed_on, '')"],
  ["rolledBackOn", "NULLIF(q.rolled_back_on, '')"],
];

function personJson({ engine }: BareDatabase): string {
  const sqlite = engine === "sqlite";
  const truth = sqlite ? "json(CASE q.champion WHEN 1 THEN 'true' ELSE 'false' END)" : "q.champion = 1";
  const pairs = personFields.map(([name, value]) => `'${name}', ${value.replace("CHAMPION", truth)}`);
  return `${sqlite ? "json_object" : "json_build_object"}(${pairs.join(", ")})${sqlite ? "" : "::text"}`;
}
