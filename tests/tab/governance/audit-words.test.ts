import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { auditKinds } from "../../../tab/governance/audit-words";

const server = join(__dirname, "../../../src");

test("the log has a name for every kind of record that the server writes about", () => {
  const sources = readdirSync(server, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const written = sources.flatMap((file) =>
    [...readFileSync(join(server, file), "utf8").matchAll(/subjectKind: "([\w-]+)"/g)].map(
      ([, kind]) => kind,
    ),
  );
  expect(written).toContain("device-label");
  expect([...new Set(written)].filter((kind) => !auditKinds.some((known) => known === kind))).toEqual([]);
});
