import type { ApplicationKind, ApplicationType, Criticality } from "../../src/domain/application/application";
import type { Fit } from "../../src/domain/application/disposition";

/** What is wrong with an application's record or with the application, so that each can be seen. */
export type Gap =
  | "no-owner"
  | "notice-soon"
  | "out-of-support"
  | "contract-over"
  | "no-contract"
  | "retiring";

export interface Product {
  readonly name: string;
  readonly kind: ApplicationKind;
  readonly type: ApplicationType;
  /** Null for what the council wrote itself. */
  readonly supplier: string | null;
  /** Of the Local Government Service List. */
  readonly area: string;
  readonly purpose: string;
  /** By the names that the council's teams start with; "everybody" is every team. */
  readonly teams: readonly string[] | "everybody";
  readonly criticality: Criticality;
  /** Functional and technical; null while nobody has judged it. */
  readonly fit: readonly [functional: Fit, technical: Fit] | null;
  /** Pounds a year. */
  readonly cost: number;
  readonly gap?: Gap;
}

type Rest = Pick<Product, "supplier" | "area" | "purpose" | "teams" | "criticality" | "fit" | "cost" | "gap">;

const product = (kind: ApplicationKind) => (name: string, type: ApplicationType, rest: Rest) => ({
  name,
  kind,
  type,
  ...rest,
});
const tool = product("productivity-tool");
const system = product("line-of-business");

const council = ["Council Tax"];
const housing = ["Housing Options", "Tenancy Support"];
const adults = ["Reablement", "Community Mental Health", "Supported Living", "Adult Safeguarding"];
const children = ["Children's Social Work", "Fostering and Adoption"];

/** Products and suppliers are made up. */
export const productivityTools: readonly Product[] = [
  tool("Lettera Office Suite", "SaaS", {
    supplier: "Norlight Software",
    area: "ICT services",
    purpose: "E-mail, calendar, documents and meetings for everybody",
    teams: "everybody",
    criticality: "critical",
    fit: [5, 5],
    cost: 412_000,
  }),
  tool("Whiteleaf Boards", "SaaS", {
    supplier: "Norlight Software",
    area: "ICT services",
    purpose: "Whiteboards and planning in meetings",
    teams: ["Digital Services", "Communications and Marketing", "Youth Service"],
    criticality: "low",
    fit: [4, 4],
    cost: 6_200,
  }),
  tool("Cyfieithydd Desktop", "COTS", {
    supplier: "Pont Iaith",
    area: "Welsh language",
    purpose: "Translation memory and terminology for translators",
    teams: ["Gwasanaeth Cyfieithu", "Cymraeg yn y Gweithle"],
    criticality: "high",
    fit: [4, 2],
    cost: 9_800,
    gap: "out-of-support",
  }),
  tool("Signwell Forms", "SaaS", {
    supplier: "Signwell",
    area: "Customer services",
    purpose: "Online forms and electronic signatures",
    teams: ["Digital Services", "Customer Contact Centre", "Business Support"],
    criticality: "high",
    fit: [4, 4],
    cost: 38_500,
    gap: "notice-soon",
  }),
  tool("Draftsmith Assistant", "SaaS", {
    supplier: "Norlight Software",
    area: "ICT services",
    purpose: "Writing and summarising with generative AI, in pilot",
    teams: ["Digital Services", "Communications and Marketing"],
    criticality: "low",
    fit: null,
    cost: 21_000,
  }),
  tool("Plotline GIS Viewer", "COTS", {
    supplier: "Terrafirm Mapping",
    area: "Geographic information",
    purpose: "Maps and layers for everybody who plans work on the ground",
    teams: ["Highway Maintenance", "Development Management", "Estates and Valuation", "Street Lighting"],
    criticality: "medium",
    fit: [4, 3],
    cost: 27_400,
  }),
  tool("Pagewright Publisher", "COTS", {
    supplier: "Inkwell Media",
    area: "Communications",
    purpose: "Leaflets, posters and easy-read documents",
    teams: ["Communications and Marketing", "Library Service", "Tourism and Events"],
    criticality: "low",
    fit: [3, 2],
    cost: 4_900,
  }),
  tool("Readaloud Access Pack", "COTS", {
    supplier: "Clear Speech Co-operative",
    area: "Equalities",
    purpose: "Screen reading, dictation and magnification",
    teams: ["Equalities and Cohesion", "Customer Contact Centre", "Library Service"],
    criticality: "high",
    fit: [5, 4],
    cost: 11_300,
  }),
];

export const corporateSystems: readonly Product[] = [
  system("Trethi Revenues and Benefits", "COTS", {
    supplier: "Meridian Public Systems",
    area: "Council tax",
    purpose: "Council tax, business rates, reduction schemes and recovery",
    teams: council,
    criticality: "critical",
    fit: [4, 2],
    cost: 286_000,
    gap: "notice-soon",
  }),
  system("Ledgerline Finance", "COTS", {
    supplier: "Ledgerline",
    area: "Finance",
    purpose: "General ledger, purchasing, debtors and creditors",
    teams: ["Council Tax", "Internal Audit", "Payroll and Pensions", "Commissioning and Contracts"],
    criticality: "critical",
    fit: [3, 3],
    cost: 198_000,
  }),
  system("Tally Payroll", "COTS", {
    supplier: "Ledgerline",
    area: "Human resources",
    purpose: "Payroll and pensions administration",
    teams: ["Payroll and Pensions"],
    criticality: "critical",
    fit: [4, 1],
    cost: 74_500,
    gap: "out-of-support",
  }),
  system("Peoplewise HR", "SaaS", {
    supplier: "Peoplewise",
    area: "Human resources",
    purpose: "Staff records, absence, recruitment and learning",
    teams: "everybody",
    criticality: "high",
    fit: [4, 4],
    cost: 132_000,
  }),
  system("Rollcall Elections", "COTS", {
    supplier: "Ballot & Register",
    area: "Elections",
    purpose: "Electoral register, canvass, postal votes and results",
    teams: ["Democratic Services"],
    criticality: "critical",
    fit: [4, 3],
    cost: 58_000,
  }),
  system("Minute Book", "SaaS", {
    supplier: "Ballot & Register",
    area: "Democratic services",
    purpose: "Agendas, minutes, decisions and webcasts",
    teams: ["Democratic Services"],
    criticality: "medium",
    fit: [4, 4],
    cost: 19_600,
  }),
  system("Frontdoor CRM", "SaaS", {
    supplier: "Signwell",
    area: "Customer services",
    purpose: "Customer contacts, cases and the my-account site",
    teams: ["Customer Contact Centre", "Kerbside Collections", "Highway Maintenance", "Council Tax"],
    criticality: "high",
    fit: [3, 4],
    cost: 117_000,
  }),
  system("Casefile Information Requests", "homegrown", {
    supplier: null,
    area: "Information governance",
    purpose: "Freedom of information and subject access requests",
    teams: ["Digital Services", "Democratic Services"],
    criticality: "medium",
    fit: [2, 1],
    cost: 0,
    gap: "no-owner",
  }),
  system("Storehouse Records", "COTS", {
    supplier: "Meridian Public Systems",
    area: "Records management",
    purpose: "Scanned post and electronic records",
    teams: ["Council Tax", "Housing Options", "Development Management", "Children's Social Work"],
    criticality: "high",
    fit: [2, 3],
    cost: 64_000,
  }),
  system("Auditmark", "SaaS", {
    supplier: "Auditmark",
    area: "Audit",
    purpose: "Audit plans, findings and follow-up",
    teams: ["Internal Audit"],
    criticality: "low",
    fit: [4, 4],
    cost: 8_700,
  }),
  system("Swyddfa Intranet", "homegrown", {
    supplier: null,
    area: "Communications",
    purpose: "News, policies and the staff directory",
    teams: "everybody",
    criticality: "medium",
    fit: [2, 2],
    cost: 0,
    gap: "retiring",
  }),
];

export const serviceGroups = { housing, adults, children } as const;
