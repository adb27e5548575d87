import fc from "fast-check";
import { type BackupManifest, manifestOf, whyNotRestored, whyNotTaken } from "../../src/domain/backup";

const file = { name: "person.jsonl.gz", bytes: 12, sha256: "ab", rows: 3 };
const manifest: BackupManifest = {
  product: "toolroll",
  format: 1,
  engine: "postgres",
  madeAt: "2026-11-24T10:00:00.000Z",
  schema: ["One", "Two"],
  auditEnd: { seq: 7, hash: "cd" },
  openSurveys: 0,
  files: [file],
};

describe("the manifest of a back-up", () => {
  it("is read as it was written", () => {
    expect(manifestOf(JSON.parse(JSON.stringify(manifest)))).toEqual(manifest);
  });

  it.each([
    ["nothing", null],
    ["a list", []],
    ["another product", { ...manifest, product: "other" }],
    ["a format of the future", { ...manifest, format: 2 }],
    ["an engine that is none", { ...manifest, engine: "mysql" }],
    ["no schema", { ...manifest, schema: undefined }],
    ["no end of the audit log", { ...manifest, auditEnd: null }],
    ["a file without a checksum", { ...manifest, files: [{ ...file, sha256: undefined }] }],
    ["a file outside its folder", { ...manifest, files: [{ ...file, name: "../person.jsonl.gz" }] }],
    ["a file of another kind", { ...manifest, files: [{ ...file, name: "person.sh" }] }],
  ])("is refused with %s", (_what, value) => {
    expect(manifestOf(value)).toBeNull();
  });

  it("is told from any other JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(manifestOf(value)).toBeNull()));
  });
});

describe("a back-up is put back", () => {
  it("into the engine it was made of, by a version that knows its schema or a later one", () => {
    expect(whyNotRestored(manifest, "postgres", ["One", "Two"])).toBeNull();
    expect(whyNotRestored(manifest, "postgres", ["One", "Two", "Three"])).toBeNull();
    expect(whyNotRestored(manifest, "sqlite", ["One", "Two"])).toEqual({
      what: "other-engine",
      made: "postgres",
      wanted: "sqlite",
    });
    expect(whyNotRestored(manifest, "postgres", ["One"])).toEqual({ what: "newer-schema", unknown: ["Two"] });
  });

  it("only when each of its files is there as it was written", () => {
    expect(whyNotTaken(file, { bytes: 12, sha256: "ab" })).toBeNull();
    expect(whyNotTaken(file, null)).toEqual({ what: "file-missing", name: file.name });
    expect(whyNotTaken(file, { bytes: 13, sha256: "ab" })).toEqual({ what: "file-changed", name: file.name });
    expect(whyNotTaken(file, { bytes: 12, sha256: "ac" })).toEqual({ what: "file-changed", name: file.name });
  });
});
