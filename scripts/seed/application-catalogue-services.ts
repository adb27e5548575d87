import { type Product, serviceGroups } from "./application-catalogue";

const { housing, adults, children } = serviceGroups;

type Row = readonly [
  name: string,
  type: Product["type"],
  supplier: string | null,
  area: string,
  purpose: string,
  teams: readonly string[],
  criticality: Product["criticality"],
  fit: Product["fit"],
  cost: number,
  gap?: Product["gap"],
];

/** What the services to the public run on, one to a line. */
const rows: readonly Row[] = [
  // biome-ignore format: a table is read by its columns
  ["Tenantry Housing", "COTS", "Acorn Housing Systems", "Housing", "Waiting list, tenancies, rents and arrears", housing, "critical", [4, 2], 164_000, "contract-over"],
  // biome-ignore format: see above
  ["Keyring Homelessness", "SaaS", "Acorn Housing Systems", "Housing", "Homelessness applications and placements", ["Housing Options"], "high", [3, 4], 31_000],
  // biome-ignore format: see above
  ["Fixit Repairs", "SaaS", "Trowel & Co", "Housing repairs", "Repairs, gas safety and void works with mobile workers", ["Responsive Repairs"], "high", [4, 4], 52_000],
  // biome-ignore format: see above
  ["Voids Spreadsheet", "end-user-computing", null, "Housing repairs", "Empty homes and their works, kept by two people", ["Responsive Repairs", "Tenancy Support"], "medium", [1, 1], 0, "no-owner"],
  // biome-ignore format: see above
  ["Estate Atlas", "COTS", "Terrafirm Mapping", "Property", "Land, buildings, leases, surveys and asbestos", ["Estates and Valuation"], "medium", [3, 3], 43_000],
  // biome-ignore format: see above
  ["Gofal Adult Care", "COTS", "Careweave", "Adult social care", "Assessments, care plans, safeguarding and payments", adults, "critical", [4, 3], 241_000, "notice-soon"],
  // biome-ignore format: see above
  ["Homecare Rota", "SaaS", "Careweave", "Adult social care", "Visits and rotas of home carers", ["Reablement", "Llys Awel Residential Home"], "high", [2, 3], 36_000],
  // biome-ignore format: see above
  ["Medround", "SaaS", "Apothec", "Adult social care", "Electronic medicine rounds in residential care", ["Llys Awel Residential Home"], "critical", [4, 4], 7_400],
  // biome-ignore format: see above
  ["Provider Portal", "homegrown", null, "Adult social care", "Care providers send invoices and quality returns", ["Commissioning and Contracts"], "high", [3, 1], 0, "out-of-support"],
  // biome-ignore format: see above
  ["Plentyn Children's Cases", "COTS", "Careweave", "Children's social care", "Referrals, plans, looked-after children and adoption", children, "critical", [3, 2], 229_000],
  // biome-ignore format: see above
  ["Fosterlink", "SaaS", "Hearth Digital", "Children's social care", "Foster carers, placements and allowances", ["Fostering and Adoption"], "high", [4, 4], 18_900],
  // biome-ignore format: see above
  ["Desg Dosbarth Admissions", "COTS", "Slate Education", "Schools", "School places, transfers and appeals", ["School Admissions"], "high", [4, 3], 48_000],
  // biome-ignore format: see above
  ["Dysgu Learning Needs", "SaaS", "Slate Education", "Schools", "Individual development plans and reviews", ["Additional Learning Needs"], "high", null, 33_500],
  // biome-ignore format: see above
  ["Early Start Register", "SaaS", "Slate Education", "Early years", "Childcare places, vouchers and outreach visits", ["Flying Start"], "medium", [3, 3], 12_600],
  // biome-ignore format: see above
  ["Youthbase", "SaaS", "Hearth Digital", "Youth services", "Sessions, attendance and youth work outcomes", ["Youth Service"], "low", [2, 4], 5_800],
  // biome-ignore format: see above
  ["Permit Planning", "COTS", "Meridian Public Systems", "Planning", "Planning applications, appeals and enforcement", ["Development Management"], "critical", [3, 2], 119_000],
  // biome-ignore format: see above
  ["Plumbline Building Control", "COTS", "Meridian Public Systems", "Planning", "Building notices, inspections and dangerous structures", ["Building Control"], "high", [3, 2], 41_000],
  // biome-ignore format: see above
  ["Roadbook Highways", "SaaS", "Kerbstone", "Highways", "Road defects, inspections, works orders and street works", ["Highway Maintenance", "Street Lighting"], "high", [5, 4], 88_000],
  // biome-ignore format: see above
  ["Lampwatch", "COTS", "Kerbstone", "Highways", "Street lights: faults, dimming and energy returns", ["Street Lighting"], "medium", [3, 1], 14_200, "out-of-support"],
  // biome-ignore format: see above
  ["Binround", "SaaS", "Greenline Waste", "Waste", "Collection rounds, missed bins and in-cab devices", ["Kerbside Collections"], "high", [4, 5], 67_000],
  // biome-ignore format: see above
  ["Weighbridge", "COTS", "Greenline Waste", "Waste", "Tonnage and tickets at the recycling centres", ["Household Recycling Centres"], "medium", [3, 2], 9_100, "no-contract"],
  // biome-ignore format: see above
  ["Silff Library System", "SaaS", "Silff", "Libraries", "Catalogue, loans, e-books and public computers", ["Library Service"], "high", [4, 4], 39_000],
  // biome-ignore format: see above
  ["Pace Leisure Bookings", "SaaS", "Pace", "Leisure", "Memberships, classes, courts and tills", ["Leisure Centres"], "high", [4, 3], 28_000, "notice-soon"],
  // biome-ignore format: see above
  ["Grantbook", "end-user-computing", null, "Economic development", "Business grants and their monitoring, in a database of one team", ["Business Support"], "medium", [2, 1], 0, "no-owner"],
];

export const serviceSystems: readonly Product[] = rows.map(
  ([name, type, supplier, area, purpose, teams, criticality, fit, cost, gap]) => ({
    name,
    kind: "line-of-business",
    type,
    supplier,
    area,
    purpose,
    teams,
    criticality,
    fit,
    cost,
    ...(gap && { gap }),
  }),
);

/** What goes from where to where. */
// biome-ignore format: a table is read by its columns
export const flows: readonly (readonly [from: string, to: string, data: string, method: "api" | "file" | "database" | "message" | "manual"])[] = [
  ["Peoplewise HR", "Tally Payroll", "Starters, leavers, hours and absence", "file"],
  ["Tally Payroll", "Ledgerline Finance", "Pay journals", "file"],
  ["Trethi Revenues and Benefits", "Ledgerline Finance", "Income and refunds", "file"],
  ["Tenantry Housing", "Ledgerline Finance", "Rents and arrears", "file"],
  ["Tenantry Housing", "Fixit Repairs", "Homes, tenants and repair orders", "api"],
  ["Fixit Repairs", "Tenantry Housing", "Finished works and charges", "api"],
  ["Keyring Homelessness", "Tenantry Housing", "Households to be rehoused", "manual"],
  ["Voids Spreadsheet", "Tenantry Housing", "Homes ready to let", "manual"],
  ["Trethi Revenues and Benefits", "Tenantry Housing", "Housing benefit awards", "file"],
  ["Gofal Adult Care", "Ledgerline Finance", "Payments to providers", "file"],
  ["Gofal Adult Care", "Homecare Rota", "Care plans and visits", "api"],
  ["Provider Portal", "Gofal Adult Care", "Invoices and quality returns", "database"],
  ["Gofal Adult Care", "Plentyn Children's Cases", "Young people moving to adult care", "manual"],
  ["Plentyn Children's Cases", "Fosterlink", "Placements", "api"],
  ["Fosterlink", "Ledgerline Finance", "Foster carers' allowances", "file"],
  ["Desg Dosbarth Admissions", "Dysgu Learning Needs", "Pupils and schools", "file"],
  ["Frontdoor CRM", "Binround", "Missed collections", "api"],
  ["Frontdoor CRM", "Roadbook Highways", "Reported defects", "api"],
  ["Signwell Forms", "Frontdoor CRM", "Completed forms", "message"],
  ["Permit Planning", "Plotline GIS Viewer", "Application sites", "database"],
  ["Roadbook Highways", "Lampwatch", "Street light faults", "file"],
  ["Weighbridge", "Ledgerline Finance", "Trade waste tickets", "file"],
  ["Pace Leisure Bookings", "Ledgerline Finance", "Takings", "file"],
  ["Permit Planning", "Storehouse Records", "Drawings and decisions", "database"],
  ["Frontdoor CRM", "Trethi Revenues and Benefits", "Changes of address", "message"],
];
