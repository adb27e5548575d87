import type { TextKey, TextParams } from "../../../src/contracts/text/catalogue";
import {
  actionWords,
  changeWords,
  doorWords,
  tellingChanges,
  type Words,
} from "../../../tab/history/history-words";
import { deviceHistoryFields } from "../../../tab/inventory/details/device-history-fields";
import { formatOf } from "../../../tab/language/formatting";
import { i18n } from "../../../tab/language/i18n";
import { aHistoryItem } from "../inventory/device-answers";

const text = (key: TextKey, params?: TextParams) => i18n.t(key, params ?? {});
const words: Words = {
  text,
  format: formatOf(text),
  fields: deviceHistoryFields,
  names: new Map([
    ["t-1", "Housing"],
    ["p-7", "Siân Hughes"],
  ]),
};

test.each<[string, unknown, unknown, string]>([
  ["label", "In use", "Lost", "Label: from In use to Lost"],
  ["serial", null, "5CG1", "Serial number: set to 5CG1"],
  ["notes", "Old", null, "Notes: no longer Old"],
  ["status", "deployable", "undeployable", "Status: from Deployable to Undeployable"],
  ["type", "laptop", "hovercraft", "Type: from Laptop to hovercraft"],
  ["teamId", "t-1", "t-9", "Team: from Housing to another team"],
  ["teamId", "t-1", "t-1", "Team: Housing"],
  ["notes", 950, 12_345, "Notes: from 950 to 12,345"],
  ["assigneeId", "p-9", "p-7", "Held by: from another person to Siân Hughes"],
  ["warrantyEnd", null, "2027-03-31", "Warranty ends: set to 31 Mar 2027"],
  ["cost", { amount: "1.50", currency: "GBP" }, null, "Cost: no longer £1.50"],
  ["problem", null, "broken", "Reported broken"],
  ["problem", "missing", null, "No longer: Reported missing"],
  ["colour", 1, { a: 2 }, 'colour: from 1 to {"a":2}'],
])("a change of %s from %p to %p reads %p", (field, from, to, expected) => {
  expect(changeWords({ field, from, to }, words)).toBe(expected);
});

test("an action or door that this screen does not know is still told", () => {
  expect(actionWords("device.assigned", text)).toBe("Handed out");
  expect(actionWords("application.disclosure-changed", text)).toBe(
    "What answers to requests withhold was changed",
  );
  expect(actionWords("device.teleported", text)).toBe("Changed");
  expect(doorWords("bot", text)).toBe("in the Teams chat");
  expect(doorWords("window", text)).toBe("window");
});

test("a new device has no before, and a confirmation says all by itself", () => {
  const label = { field: "label", from: null, to: "In use" };
  const confirmed = { field: "lastConfirmedAt", from: null, to: "2026-11-20T09:30:00.000Z" };
  expect(tellingChanges(aHistoryItem({ action: "device.created", changes: [label] }))).toEqual([]);
  expect(tellingChanges(aHistoryItem({ action: "device.confirmed", changes: [confirmed, label] }))).toEqual([
    label,
  ]);
});
