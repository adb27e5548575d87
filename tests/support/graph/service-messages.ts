import type { GraphRecord } from "./council-people";

/** What the message center of the stand-in announces: two that matter here, one of nothing that a council has, one without a day. */
export function serviceMessages(): GraphRecord[] {
  return [
    message("MC900001", {
      title: "Microsoft Teams: Retirement of classic meetings",
      services: ["Microsoft Teams"],
      severity: "high",
      isMajorChange: true,
      actionRequiredByDateTime: "2027-03-31T00:00:00Z",
      body: "<p>Classic meetings retire &amp; go.</p><script>alert(1)</script><ul><li>Tell your people</li></ul>",
    }),
    message("MC900002", {
      title: "SharePoint Online and OneDrive: New sharing window",
      services: ["SharePoint Online", "OneDrive for Business"],
      body: "<div>The window looks different.</div>",
    }),
    message("MC900003", {
      title: "Dynamics 365 Apps: New map",
      services: ["Dynamics 365 Apps"],
      body: "<p>A map.</p>",
    }),
    message("MC900004", {
      title: "Exchange Online: Rules end",
      services: ["Exchange Online"],
      severity: "critical",
      actionRequiredByDateTime: "2027-01-15T00:00:00Z",
      body: "Rules end.",
    }),
  ];
}

function message(id: string, fields: Readonly<Record<string, unknown>>): GraphRecord {
  return {
    id,
    ...{ category: "planForChange", severity: "normal", isMajorChange: false, tags: [], details: [] },
    ...{ startDateTime: "2026-11-01T00:00:00Z", endDateTime: "2027-06-30T00:00:00Z" },
    ...{ lastModifiedDateTime: "2026-11-05T10:00:00Z", actionRequiredByDateTime: null },
    ...fields,
    body: { contentType: "html", content: fields.body },
  };
}
