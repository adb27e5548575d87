import type { TextKey } from "../../src/contracts/text/catalogue";
import type { FindingDigest } from "../../src/domain/finding/finding-digest";
import type { Day } from "../../src/domain/instant";
import type { BlockerDigest } from "../../src/domain/rollout/blocker-digest";
import type { OutgoingNotes } from "../../src/services/messenger";
import {
  type Card,
  type CardPart,
  type CardSetting,
  card,
  foreign,
  longestSentence,
  paragraph,
  quiet,
  title,
} from "./card";
import { personalTabLink } from "./personal-tab-link";
import { amount, calendarDay } from "./when";

/** More would not fit a card; the page has them all. */
const mostRenewals = 8;

type Told = Pick<OutgoingNotes, "renewals" | "findings" | "blockers" | "today">;
type Renewal = Told["renewals"][number];

/** Says that renewals are near, what there is to do, what waits too long. It asks nothing: its buttons only open pages. */
export function notesCard(setting: CardSetting, { renewals, findings, blockers, today }: Told): Card {
  const body = [
    ...(renewals.length === 0 ? [] : renewalParts(setting, renewals, today)),
    ...(blockers === null ? [] : blockerParts(setting, blockers)),
    ...(findings === null ? [] : findingParts(setting, findings)),
  ];
  const sources = new Set(renewals.map(({ source }) => source));
  const actions = [
    ...(sources.has("subscription") ? [open(setting, "note.openRenewals", "licences/renewals")] : []),
    ...(sources.has("contract") ? [open(setting, "note.openContracts", "applications/contracts")] : []),
    ...(blockers === null ? [] : [open(setting, "note.openRollouts", "rollouts")]),
    ...(findings === null ? [] : [open(setting, "note.openFindings", "findings")]),
  ];
  return card(setting, body, actions);
}

/** What a notification shows. */
export function notesSummary({ renewals, findings, blockers }: Told): TextKey {
  const told: readonly TextKey[] = [
    ...(renewals.length === 0 ? [] : (["note.summaryRenewals"] as const)),
    ...(blockers === null ? [] : (["note.summaryBlockers"] as const)),
    ...(findings === null ? [] : (["note.summaryFindings"] as const)),
  ];
  const [first = "note.summarySeveral", ...others] = told;
  return others.length === 0 ? first : "note.summarySeveral";
}

function open(setting: CardSetting, key: TextKey, page: string): CardPart {
  const label = setting.text(key);
  return { type: "Action.OpenUrl", title: label, url: personalTabLink(setting, "inventory", label, page) };
}

function renewalParts(setting: CardSetting, renewals: readonly Renewal[], today: Day): CardPart[] {
  const more = renewals.length - mostRenewals;
  return [
    title(setting.text("note.renewals", { count: renewals.length })),
    ...renewals.slice(0, mostRenewals).flatMap((renewal) => renewalLines(setting, renewal, today)),
    ...(more > 0 ? [paragraph(setting.text("note.moreRenewals", { count: more }))] : []),
    quiet(setting.text("note.stopRenewals")),
  ];
}

function renewalLines(setting: CardSetting, renewal: Renewal, today: Day): CardPart[] {
  const { name, supplier } = renewal;
  return [
    { ...foreign([name, supplier], { weight: "Bolder" }), separator: true, spacing: "Medium" },
    paragraph(daysLeft(setting, renewal, today), { weight: "Bolder", spacing: "Small" }),
    paragraph(whatHappens(setting, renewal), { spacing: "Small" }),
    paragraph(whatCanGo(setting, renewal).join(" "), { spacing: "Small" }),
  ];
}

function daysLeft(setting: CardSetting, { actBy }: Renewal, today: Day): string {
  const count = Math.round((Date.parse(actBy) - Date.parse(today)) / 86_400_000);
  const day = calendarDay(setting, actBy);
  return count === 0 ? setting.text("note.leftNone", { day }) : setting.text("note.left", { count, day });
}

function whatHappens(setting: CardSetting, { source, tacit, day }: Renewal): string {
  const when = { day: calendarDay(setting, day) };
  if (source === "subscription") return setting.text("note.uncertain", when);
  if (tacit === null) return setting.text("note.ends", when);
  return setting.text(tacit ? "note.tacit" : "note.express", when);
}

/** Unknown is said to be unknown, and never 0. */
function whatCanGo(setting: CardSetting, renewal: Renewal): string[] {
  const { source, seats, unused, monthlySaving, value } = renewal;
  if (source === "contract") {
    return [
      value === null
        ? setting.text("note.valueUnknown")
        : setting.text("note.value", { amount: amount(setting, value) }),
    ];
  }
  if (unused === null) return [setting.text("note.unusedUnknown", { seats: seats ?? 0 })];
  const saving =
    monthlySaving === null
      ? setting.text("note.priceUnknown")
      : setting.text("note.saving", { amount: amount(setting, monthlySaving) });
  const { count, unknownUse } = unused;
  const notKnown =
    unknownUse === null
      ? [setting.text("note.useUnread")]
      : unknownUse > 0
        ? [setting.text("note.useUnknown", { count: unknownUse })]
        : [];
  return [
    setting.text("note.unused", { count, seats: seats ?? 0 }),
    ...(count > 0 ? [saving] : []),
    ...notKnown,
  ];
}

function blockerParts(setting: CardSetting, { total, rollouts, more }: BlockerDigest): CardPart[] {
  return [
    { ...title(setting.text("note.blockers", { count: total })), separator: true },
    ...rollouts.map(({ name, count, since }) => {
      const line = setting.text("note.blocked", { name, count, day: calendarDay(setting, since) });
      return foreign([`• ${line}`], {}, longestSentence);
    }),
    ...(more > 0 ? [paragraph(setting.text("note.moreBlocked", { count: more }))] : []),
    quiet(setting.text("note.stopBlockers")),
  ];
}

function findingParts(setting: CardSetting, { total, bySeverity, top }: FindingDigest): CardPart[] {
  const counts = bySeverity.map(
    ({ severity, count }) => `${setting.text(`finding.severity.${severity}`)}: ${count}`,
  );
  const more = total - top.length;
  return [
    { ...title(setting.text("note.findings", { count: total })), separator: true },
    paragraph(counts.join(" · "), { spacing: "Small" }),
    ...top.map(({ kind, subjectKind, name, count }) => {
      const shown = name ?? setting.text(`finding.nameless.${subjectKind}`);
      const line = setting.text(`finding.title.${kind}`, { name: shown, count });
      return foreign([`• ${line}`], {}, longestSentence);
    }),
    ...(more > 0 ? [paragraph(setting.text("note.moreFindings", { count: more }))] : []),
    quiet(setting.text("note.stopFindings")),
  ];
}
