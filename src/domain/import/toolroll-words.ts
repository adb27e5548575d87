import { listed, type SourceWords } from "./source-words";

/** Field names of the JSON, then what a council writes above its own list, in English and in Welsh. */
export const ownDevices: SourceWords = {
  columns: {
    id: ["id", "Toolroll id"],
    assetTag: [
      "assetTag",
      "Asset tag",
      "Asset",
      "Asset no",
      "Asset no.",
      "Asset number",
      "Asset ID",
      "Tag",
      "Tag ased",
    ],
    serial: ["serial", "Serial number", "Serial no", "Serial no.", "S/N", "Service tag", "Rhif cyfresol"],
    type: ["type", "Device type", "Asset type", "Math"],
    category: ["category", "Device category", "Categori"],
    manufacturer: ["manufacturer", "Make", "Brand", "Gwneuthurwr"],
    model: ["model", "Model name", "Make and model"],
    os: ["os", "Operating system", "System weithredu"],
    osVersion: ["osVersion", "OS version", "Operating system version", "Fersiwn OS"],
    status: ["status", "Statws"],
    label: ["label", "Status label", "State", "Condition"],
    teamId: ["teamId", "Team id"],
    team: ["teamName", "Team", "Service", "Department", "Dept", "Tîm", "Adran"],
    assigneeId: ["assigneeId", "Assignee id", "Held by id", "Holder id"],
    assigneeEmail: [
      "assigneeEmail",
      "Assignee email",
      "Email",
      "E-mail",
      "Email address",
      "Holder email",
      "User email",
      "UPN",
      "E-bost",
    ],
    assigneeName: ["assigneeName", "assignee", "Assigned to", "Held by", "Holder", "User", "Owner", "Gan"],
    purchaseDate: [
      "purchaseDate",
      "Purchase date",
      "Purchased",
      "Date purchased",
      "Date of purchase",
      "Dyddiad prynu",
      "Prynwyd",
    ],
    warrantyEnd: [
      "warrantyEnd",
      "Warranty end",
      "Warranty ends",
      "Warranty expires",
      "Warranty expiry",
      "Warranty end date",
      "Gwarant yn dod i ben",
    ],
    warrantyMonths: ["warrantyMonths", "Warranty months", "Warranty (months)"],
    cost: ["cost", "Purchase cost", "Price", "Value", "cost.amount"],
    currency: ["currency", "cost.currency", "Cost currency"],
    notes: ["notes", "Note", "Comments", "Comment", "Nodiadau"],
    lastSeenAt: ["lastSeenAt", "Last seen"],
  },
  others: listed(`
    source, acceptance, disposedOn, disposalMethod, disposalReference, lastConfirmedAt, Last confirmed, etag, version, osSupport, osSupportEnd, replacement, replaceOn`),
  telling: listed(`
    assetTag, osVersion, teamId, assigneeId, assigneeName, teamName, purchaseDate, warrantyEnd,
    lastConfirmedAt, lastSeenAt`),
  needed: [["id", "assetTag", "serial"]],
};

/** Toolroll's own, and the bulk download of users of the Entra admin center. */
export const ownPeople: SourceWords = {
  columns: {
    id: ["id", "Object Id", "objectId", "Entra object id", "Azure AD object id", "Person id", "User id"],
    name: ["name", "displayName", "Display name", "Full name", "Enw"],
    email: ["email", "mail", "E-mail", "Email address", "Primary SMTP address", "E-bost"],
    upn: ["userPrincipalName", "User principal name", "UPN"],
    teamId: ["teamId", "Team id"],
    team: ["team", "teamName", "Home team", "Tîm"],
    department: ["department", "Adran"],
    active: ["active", "accountEnabled", "Account enabled", "Enabled", "Gweithredol"],
  },
  others: [],
  telling: [],
  needed: [["id"]],
};

/** Toolroll's own: the parent by name or path, the managers by e-mail. */
export const ownTeams: SourceWords = {
  columns: {
    id: ["id", "teamId", "Team id"],
    name: ["name", "teamName", "Team", "Team name", "Enw", "Tîm"],
    parentId: ["parentId", "Parent id"],
    parent: ["parent", "parentName", "Parent team", "Part of", "Rhiant"],
    managerIds: ["managerIds", "Manager ids"],
    managers: [
      "managers",
      "manager",
      "Manager email",
      "Manager emails",
      "Managers' emails",
      "Rheolwyr",
      "Rheolwr",
    ],
  },
  others: ["etag"],
  telling: [],
  needed: [["name", "id"]],
};
