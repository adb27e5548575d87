import { createHash } from "node:crypto";
import type { GraphTenant } from "./graph-tenant";

const services = ["Exchange", "OneDrive", "SharePoint", "Skype For Business", "Yammer", "Teams"];
const header = [
  "Report Refresh Date",
  "User Principal Name",
  "Display Name",
  "Is Deleted",
  "Deleted Date",
  ...services.map((service) => `Has ${service} License`),
  ...services.map((service) => `${service} Last Activity Date`),
  ...services.map((service) => `${service} License Assign Date`),
  "Assigned Products",
];

/** The refresh date of reports lags behind by two days. */
export const reportDay = "2026-11-18";

/** The active user report as CSV with a byte order mark; with concealed names it joins with nobody. */
export function activeUsers(tenant: GraphTenant): string {
  const lines = [...tenant.council.people.values()].map((person) => {
    const name = String(person.userPrincipalName);
    const shown = tenant.concealNames ? createHash("md5").update(name).digest("hex") : name.toUpperCase();
    const last = (tenant.places.get(person.id) ?? 0) % 8 === 3 ? "2026-11-10" : "";
    return [
      reportDay,
      shown,
      String(person.displayName),
      "False",
      "",
      ...services.map(() => "True"),
      ...services.map((service) => (service === "Teams" ? last : "")),
      ...services.map(() => "2024-04-01"),
      "MICROSOFT 365 E3",
    ];
  });
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\uFEFF${[header, ...lines].map((line) => line.map(quoted).join(",")).join("\n")}\n`;
}
