import { openGateway } from "../../src/database/data-source";
import { countGroups } from "../../src/database/stores/device-count-store";
import { insertDevices } from "../../src/database/stores/device-store";
import { insertTeams } from "../../src/database/stores/team-store";
import { aDevice, aTeam } from "../support/builders";
import { bothEngines } from "../support/engines";

describe.each(bothEngines())("counts of devices on $engine", ({ newDatabase }) => {
  test("come by the names of teams and then by status; two teams of one name stay apart", async () => {
    const gateway = await openGateway(await newDatabase());
    const teams = [
      aTeam({ id: "t-benefits", name: "Benefits" }),
      aTeam({ id: "t-admin-1", name: "Admin" }),
      aTeam({ id: "t-admin-2", name: "Admin", parentId: "t-benefits" }),
    ];
    const devices = teams.flatMap(({ id: teamId }) =>
      (["deployable", "archived"] as const).map((status) =>
        aDevice({ id: `${teamId} ${status}`, assetTag: `${teamId} ${status}`, teamId, status }),
      ),
    );
    await gateway.write(async (tx) => {
      await insertTeams(tx, teams);
      await insertDevices(tx, devices, new Map());
    });
    const { groups, total } = await gateway.read((reader) =>
      countGroups(reader, { kind: "everything" }, ["status", "team"]),
    );
    await gateway.close();
    const group = (team: string, teamName: string, status: string) => ({ team, teamName, status, count: 1 });
    expect(JSON.parse(String(groups))).toEqual([
      group("t-admin-1", "Admin", "archived"),
      group("t-admin-1", "Admin", "deployable"),
      group("t-admin-2", "Admin", "archived"),
      group("t-admin-2", "Admin", "deployable"),
      group("t-benefits", "Benefits", "archived"),
      group("t-benefits", "Benefits", "deployable"),
    ]);
    expect(total).toBe(6);
  });
});
