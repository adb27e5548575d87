import { Refusal } from "../refusal";
import { areSoundHours, type WeekHours } from "./good-time";
import type { MessageTopic } from "./message-topic";

/** What a person decided about messages to them. */
export interface ContactPreference {
  /** Null keeps the council's hours. */
  readonly slot: WeekHours | null;
  /** What they want no messages about. */
  readonly stopped: readonly MessageTopic[];
}

export const noPreference: ContactPreference = { slot: null, stopped: [] };

/** @throws Refusal invalid `calendar-invalid` for hours that cannot be kept */
export function checkPreference({ slot, stopped }: ContactPreference): ContactPreference {
  if (slot !== null && !areSoundHours(slot)) {
    const message = "days 1 to 7, and from before until";
    throw new Refusal("invalid", "calendar-invalid", {}, [{ path: "slot", message }]);
  }
  const days = [...new Set(slot?.days)].sort((a, b) => a - b);
  return { slot: slot && { ...slot, days }, stopped: [...new Set(stopped)].sort() };
}

/** "Stop" or "start" for one topic; the others stay as they were. */
export function withTopic(
  preference: ContactPreference,
  topic: MessageTopic,
  wanted: boolean,
): ContactPreference {
  const others = preference.stopped.filter((each) => each !== topic);
  return { ...preference, stopped: wanted ? others : [...others, topic].sort() };
}
