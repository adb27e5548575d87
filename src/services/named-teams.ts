import type { Reader } from "../database/gateway";
import { allTeams } from "../database/stores/team-store";
import { type WithBelow, withTeamsBelow } from "../domain/team";

/** The teams that a list is narrowed to, with those below where that is asked for; undefined when to none. */
export async function namedTeams(
  reader: Reader,
  { teamIds, below }: WithBelow<{ readonly teamIds: readonly string[] | undefined }>,
): Promise<readonly string[] | undefined> {
  return below && teamIds ? withTeamsBelow(await allTeams(reader), teamIds) : teamIds;
}
