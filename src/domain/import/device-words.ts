import { type DeviceStatus, type DeviceType, deviceTypes } from "../device";
import { type LabelTable, shippedTable, statusOfLabel } from "../device-label";
import { matchKey } from "../match-key";

/** First match wins; product lines stand before general words, so that "Surface Dock" is a dock. */
const typeWords: readonly (readonly [DeviceType, RegExp])[] = [
  ["dock", /\bdock(s|ing)?\b|port replicator|\bdoc\b/],
  ["monitor", /\bmonitors?\b|\bdisplays?\b|\bscreens?\b|ultrasharp|thinkvision|\bmonitorau\b/],
  ["printer", /\bprinters?\b|laserjet|officejet|\bmfp\b|\bmfd\b|multi-?function|argraffydd/],
  ["tablet", /\btablets?\b|\bipads?\b|ipados|galaxy tab|surface go|surface pro|\bllechen\b/],
  ["phone", /\bphones?\b|\bmobiles?\b|smartphones?|iphone|handset|\bpixel \d|galaxy (s|a|xcover)|\bffôn\b/],
  [
    "laptop",
    /laptops?|notebooks?|macbook|ultrabook|chromebook|thinkpad|latitude|elitebook|probook|zbook|surface laptop|surface book|travelmate|toughbook|xps 1[3567]|portable|gliniadur/,
  ],
  [
    "desktop",
    /desktops?|workstation|optiplex|thinkcentre|thinkstation|elitedesk|prodesk|\bimac\b|mac ?mini|mac pro|mac studio|\btower\b|all-in-one|small form|\bsff\b|\bnuc\b|precision t|cyfrifiadur desg/,
  ],
];

const systemTypes: readonly (readonly [DeviceType, RegExp])[] = [
  ["tablet", /ipados/],
  ["phone", /\bios\b|android/],
  ["laptop", /chrome ?os/],
];

/** The type that a word of the type column names exactly, in English or Welsh, or null. */
export function typeNamed(word: string): DeviceType | null {
  const key = matchKey(word);
  return deviceTypes.find((type) => type === key) ?? typeFrom([word], null);
}

/** The type that category, model or operating system give away, in that order; null when they do not. */
export function typeFrom(texts: readonly (string | undefined)[], os: string | null): DeviceType | null {
  for (const text of texts) {
    const key = matchKey(text ?? "");
    const found = typeWords.find(([, words]) => words.test(key));
    if (found) return found[0];
  }
  const system = os === null ? undefined : systemTypes.find(([, words]) => words.test(matchKey(os)));
  return system?.[0] ?? null;
}

/** Snipe-IT's status types, as its reports put them behind the label. */
const metaStatuses: ReadonlyMap<string, DeviceStatus> = new Map([
  ["deployed", "deployable"],
  ["deployable", "deployable"],
  ["pending", "pending"],
  ["undeployable", "undeployable"],
  ["archived", "archived"],
]);

export interface StatusReading {
  readonly label: string;
  /** Null for a label that nobody has mapped. */
  readonly status: DeviceStatus | null;
}

/** Shelf's own words, in its codes. */
const shelfLabels: ReadonlyMap<string, string> = new Map([
  ["available", "Ready to deploy"],
  ["in_custody", "In use"],
  ["in custody", "In use"],
  ["checked_out", "In use"],
  ["checked out", "In use"],
]);

/** `Ready to Deploy (deployed)` and the list's `Ready to Deploy Deployed` are a label and its status type. */
export function readStatus(text: string, labels: LabelTable = shippedTable): StatusReading {
  const spaced = text.trim().replace(/\s+/gu, " ");
  const whole = shelfLabels.get(matchKey(spaced)) ?? spaced;
  const bracketed = /^(.+?) ?\(([^()]+)\)$/.exec(whole);
  const byBracket = bracketed && metaStatuses.get(matchKey(bracketed[2] ?? ""));
  if (byBracket) return { label: bracketed[1] ?? whole, status: byBracket };
  const doubled = /^(.+) (deployed|deployable|pending|undeployable|archived)$/i.exec(whole);
  if (doubled && statusOfLabel(doubled[1] ?? "", labels) !== null) {
    return { label: doubled[1] ?? whole, status: metaStatuses.get(matchKey(doubled[2] ?? "")) ?? null };
  }
  return { label: whole, status: statusOfLabel(whole, labels) };
}

const yes = new Set(["true", "yes", "y", "1", "active", "enabled", "ie", "ydy", "gweithredol"]);
const no = new Set(["false", "no", "n", "0", "inactive", "disabled", "left", "nage", "na", "nac ydy"]);

/** Yes or no in English, Welsh or a computer's words; null for anything else. */
export function readFlag(text: string): boolean | null {
  const key = matchKey(text);
  return yes.has(key) ? true : no.has(key) ? false : null;
}
