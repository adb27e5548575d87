import { readHeader, recogniseSource } from "../../../src/domain/import/recognise";
import { Refusal } from "../../../src/domain/refusal";

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (refusal) {
    if (refusal instanceof Refusal) return `${refusal.code} ${JSON.stringify(refusal.params)}`;
    throw refusal;
  }
  return "none";
};
const read = (cells: readonly string[], emptyBelow = true) =>
  readHeader("devices", "auto", { line: 1, cells }, () => emptyBelow);

describe("the source of a device file", () => {
  test.each([
    [
      "toolroll",
      "id,assetTag,serial,type,manufacturer,model,os,osVersion,status,label,teamId,teamName,assigneeId,assigneeName,purchaseDate,warrantyEnd,cost,notes,source,lastConfirmedAt,lastSeenAt",
    ],
    ["toolroll", "Asset tag,Serial number,Type,Make,Model,Held by,Team,Purchased"],
    ["toolroll", "ASSET NO,SERIAL NO,MAKE,MODEL,USER,DEPT"],
    [
      "snipe-it",
      "ID,Company,Asset Name,Asset Tag,Model,Model No.,Category,Manufacturer,Serial,Purchase Date,Purchase Cost,EOL,Warranty,Warranty Expires,Order Number,Supplier,Location,Default Location,Status,Checked Out To,Employee No.,Notes,Last Audit",
    ],
    ["snipe-it", "Asset Tag,Serial,Model,Category,Status,Checked Out To,Location,Purchase Cost"],
    [
      "intune",
      "Device ID,Device name,Enrollment date,Last check-in,Azure AD Device ID,OS version,Serial number,Manufacturer,Model,Primary user UPN,Primary user display name,Compliance,Ownership,OS",
    ],
    [
      "intune",
      "Device name,Managed by,Ownership,Compliance,OS,OS version,Primary user UPN,Last check-in,Serial number",
    ],
    ["shelf", "Asset ID,Title,Description,Category,Status,Custodian,Kit,Location,Tags,Valuation"],
  ])("is %s for %s", (source, headers) => {
    expect(recogniseSource("devices", headers.split(","))).toBe(source);
    expect(read(headers.split(",")).source).toBe(source);
  });

  test("is nobody's when no header is known", () => {
    expect(recogniseSource("devices", ["foo", "bar"])).toBeNull();
  });

  test("is found in spite of case, marks and odd spaces", () => {
    const { columns } = read(["\ufeffASSET\u00a0TAG", " serial  number*", "Device Type:"]);
    expect(columns.map(({ field }) => field)).toEqual(["assetTag", "serial", "type"]);
  });
});

describe("a header", () => {
  test("lists what it does not use", () => {
    expect(read(["Asset tag", "Favourite colour"]).ignored).toEqual(["Favourite colour"]);
  });

  test("with two names for one field uses the more exact one", () => {
    const { columns, ignored } = read(["Asset tag", "Department", "Team"]);
    expect(columns.map(({ header }) => header)).toEqual(["Asset tag", "Team"]);
    expect(ignored).toEqual(["Department"]);
  });

  test("may name pounds, and no other currency is passed over", () => {
    expect(read(["Asset tag", "Cost (£)"]).columns).toMatchObject([{}, { field: "cost" }]);
    expect(read(["Asset tag", "Price £"]).columns).toMatchObject([{}, { field: "cost" }]);
    expect(read(["Asset tag", "Cost (€)"]).ignored).toEqual(["Cost (€)"]);
  });

  test("with an unknown name twice is taken, with a warning", () => {
    const { problems } = read(["Asset tag", "City", "City"]);
    expect(problems).toMatchObject([{ line: 1, column: "City", code: "header-twice", severity: "warning" }]);
  });

  test("with a known name twice is refused", () => {
    expect(codeOf(() => read(["Asset tag", "Model", "asset TAG"]))).toBe(
      'import-header-duplicate {"line":1,"column":"asset TAG","at":3,"first":1}',
    );
  });

  test("with a nameless column is refused when there is something in it", () => {
    expect(codeOf(() => read(["Asset tag", ""], true))).toBe("none");
    expect(codeOf(() => read(["Asset tag", ""], false))).toBe('import-header-empty {"line":1,"column":2}');
  });

  test("without anything that tells devices apart is refused", () => {
    expect(codeOf(() => read(["Type", "Model"]))).toBe(
      'import-column-missing {"line":1,"column":"id / assetTag / serial"}',
    );
  });

  test("of data is refused with an example", () => {
    expect(codeOf(() => read(["LAP-1", "5CG1"]))).toContain("import-no-header");
    const systems = () => readHeader("applications", "auto", { line: 1, cells: ["Black box"] }, () => true);
    expect(codeOf(systems)).toContain('"expected":"Application, ');
  });

  test("of another source than the one named is refused", () => {
    const cells = ["assetTag", "type"];
    expect(codeOf(() => readHeader("devices", "intune", { line: 1, cells }, () => true))).toContain(
      "import-",
    );
  });
});
