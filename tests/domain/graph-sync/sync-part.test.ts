import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  missingPermissions,
  partPermissions,
  runState,
  syncParts,
} from "../../../src/domain/graph-sync/sync-part";

test("without any permission every part names what to grant", () => {
  for (const part of syncParts) expect(missingPermissions(part, new Set())).not.toHaveLength(0);
});

test("only what is not granted yet is named", () => {
  expect(missingPermissions("sign-ins", new Set(["User.Read.All"]))).toEqual(["AuditLog.Read.All"]);
  expect(missingPermissions("people", new Set(["User.Read.All"]))).toEqual([]);
});

test("a run in which only some parts were read is partial", () => {
  expect(runState(["ok", "ok", "off"])).toBe("succeeded");
  expect(runState(["ok", "not-permitted"])).toBe("partial");
  expect(runState(["ok", "failed"])).toBe("partial");
  expect(runState(["not-permitted", "failed"])).toBe("failed");
});

test("a run with every part off has nothing that failed", () => {
  expect(runState(["off", "off"])).toBe("succeeded");
});

test("the paper about permissions names those of every part, and none that no part takes", () => {
  const paper = readFileSync(join(__dirname, "../../../docs/microsoft-365.md"), "utf8");
  const named = new Set([...paper.matchAll(/`(\w+\.\w+(?:\.\w+)?)`/g)].map(([, name]) => name ?? ""));
  const taken = new Set(Object.values(partPermissions).flat());
  // Groups that hide their members tell them only with this one; without it they count as untold.
  taken.add("Member.Read.Hidden");
  expect([...named].filter((name) => name.includes(".Read")).sort()).toEqual([...taken].sort());
});
