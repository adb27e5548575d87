import { type GraphConnection, getJson, type Json } from "./graph-caller";
import { readList } from "./graph-list";
import { idOf, objectsOf, textOf } from "./graph-person";
import { GraphNotPermitted } from "./graph-problem";

/** A licence of the person in whose name Graph is asked; no part number where only the id is told. */
export interface OwnLicence {
  readonly skuId: string;
  readonly skuPartNumber: string;
}

const detailsPath = "/me/licenseDetails?$select=skuId,skuPartNumber";
const profilePath = "/me?$select=assignedLicenses";

/**
 * What somebody holds, with `User.Read` alone. Microsoft's page says that the details take a role in the directory, which
 * staff do not have (learn.microsoft.com/graph/api/user-list-licensedetails, read in November 2026); where they are
 * refused, the person's own profile names the same licences by id.
 * @throws GraphNotPermitted, GraphFailed, GraphBusy, NoTokenForPerson
 */
export async function readOwnLicences(graph: GraphConnection): Promise<OwnLicence[]> {
  try {
    return await readDetails(graph);
  } catch (error) {
    if (!(error instanceof GraphNotPermitted)) throw error;
    const { assignedLicenses } = await getJson(graph, profilePath);
    return distinct(objectsOf(assignedLicenses));
  }
}

async function readDetails(graph: GraphConnection): Promise<OwnLicence[]> {
  const found: Json[] = [];
  await readList(graph, detailsPath, {
    begin: async () => void found.splice(0),
    page: async (items) => void found.push(...items),
  });
  return distinct(found);
}

function distinct(found: readonly Json[]): OwnLicence[] {
  const licences = found.map((json) => ({
    skuId: idOf(json.skuId),
    skuPartNumber: textOf(json.skuPartNumber),
  }));
  return [...new Map(licences.map((licence) => [licence.skuId, licence])).values()].filter(
    ({ skuId }) => skuId !== "",
  );
}
