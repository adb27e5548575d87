import { mayImport, packageOwners, type RoomName, roomNames, rooms } from "./house";

interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

/** What `biome.json` must hold under `overrides` so that the editor already says what `house.test.ts` would. */
export function linterOverrides(): unknown[] {
  return roomNames.map((room) => ({
    includes: [room === "main" ? `${rooms[room].path}.ts` : `${rooms[room].path}/**`],
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: "error",
            options: { patterns: [...roomPatterns(room), ...packagePatterns(room)] },
          },
        },
      },
    },
  }));
}

function roomPatterns(room: RoomName): Pattern[] {
  const closed = roomNames.filter((other) => !mayImport(room, other));
  const open = rooms[room].imports.length === 0 ? "no other room" : rooms[room].imports.join(", ");
  return [
    {
      group: closed.map((other) =>
        other === "main" ? "**/main" : `**/${rooms[other].path.replace("src/", "")}/**`,
      ),
      message: `${room} may import ${open}. See the import table in tests/support/house.ts.`,
    },
  ];
}

function packagePatterns(room: RoomName): Pattern[] {
  const { packages } = rooms[room];
  if (packages !== null) {
    const open = packages.flatMap((name) => [`!${name}`, `!${name}/**`]);
    const message = packages.length === 0 ? "no package" : `no package but ${packages.join(", ")}`;
    return [{ group: ["**", "!./**", "!../**", ...open], message: `${room} uses ${message}.` }];
  }
  const foreign = Object.entries(packageOwners).filter(([, owners]) => !owners.includes(room));
  return [
    {
      group: foreign.flatMap(([name]) => [name, `${name}/**`]),
      message: `This package belongs to another room. See packageOwners in tests/support/house.ts.`,
    },
  ];
}
