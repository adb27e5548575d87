import { addDays, toInstant } from "../../src/domain/instant";
import { seenAgain, type VendorChange, type VendorMessage } from "../../src/domain/rollout/vendor-change";

/** Announcements that never were, for the page to be tried before a tenant is connected. */
export function councilVendorChanges(now: Date): VendorChange[] {
  const day = (after: number) => toInstant(addDays(now, after)).slice(0, 10);
  const usual = { isMajor: false, actionBy: null, startsOn: day(-10), endsOn: day(150) } as const;
  const messages: readonly Omit<VendorMessage, "changedAt">[] = [
    {
      ...usual,
      id: "MC900001",
      title: "Microsoft Teams: classic meetings retire (made up for the demonstration)",
      body: "Classic meetings retire.\n\nPeople who still begin them from the old button are led to the new one.\n\nWhat to do: tell your people, and train whoever books rooms.",
      services: ["Whiteleaf Boards", "Microsoft Teams"],
      severity: "high",
      isMajor: true,
      actionBy: day(75),
    },
    {
      ...usual,
      id: "MC900002",
      title: "Exchange Online: rules that forward to outside addresses end (made up for the demonstration)",
      body: "Rules that forward mail to addresses outside the organisation stop working.\n\nWhat to do: find who has such rules, and give them another way.",
      services: ["Lettera Office Suite", "Exchange Online"],
      severity: "normal",
    },
  ];
  const at = toInstant(addDays(now, -3));
  return messages.map((message) => seenAgain(null, { ...message, changedAt: at }, at));
}
