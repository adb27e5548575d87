import { device, people, teams } from "./council";
import { judgeDevices, kindsOf, problemsOf, type Table } from "./reading";

const council = { people, teams };

describe("a device row", () => {
  test("that is new becomes a device with its holder's team", () => {
    const [verdict] = judgeDevices(
      [
        ["Asset tag", "Serial number", "Type", "Make", "Model", "Email", "Purchase date", "Cost"],
        [
          "LAP-1",
          "5CG1",
          "Laptop",
          "HP",
          "EliteBook 840",
          "Megan.Price@council.example",
          "25/03/2024",
          "£899.00",
        ],
      ],
      council,
    );
    expect(verdict).toMatchObject({
      kind: "create",
      line: 2,
      problems: [],
      after: {
        id: "new-1",
        assetTag: "LAP-1",
        serial: "5CG1",
        type: "laptop",
        manufacturer: "HP",
        status: "deployable",
        assigneeId: "p-megan",
        teamId: "t-it",
        purchaseDate: "2024-03-25",
        cost: { amount: "899.00", currency: "GBP" },
        source: "toolroll",
        version: 1,
      },
    });
  });

  test("is matched by id, then by tag, then by serial", () => {
    const devices = [device("a", "LAP-1"), device("b", "LAP-2"), device("c", "LAP-3", { serial: "S3" })];
    const verdicts = judgeDevices(
      [
        ["id", "Asset tag", "Serial number", "Notes"],
        ["a", "LAP-9", "", "by id"],
        ["", "lap-2 ", "", "by tag"],
        ["", "LAP-3B", "s3", "by serial"],
      ],
      { devices },
    );
    expect(verdicts.map(({ after }) => [after?.id, after?.assetTag, after?.notes])).toEqual([
      ["a", "LAP-9", "by id"],
      ["b", "lap-2", "by tag"],
      ["c", "LAP-3B", "by serial"],
    ]);
    expect(kindsOf(verdicts)).toEqual(["update", "update", "update"]);
  });

  test("says which fields change, and none when none does", () => {
    const devices = [device("a", "LAP-1", { model: "Old" }), device("b", "LAP-2", { model: "Same" })];
    const verdicts = judgeDevices(
      [
        ["Asset tag", "Model"],
        ["LAP-1", "New"],
        ["LAP-2", "Same"],
      ],
      { devices },
    );
    expect(kindsOf(verdicts)).toEqual(["update", "unchanged"]);
    expect(verdicts[0]?.changes).toEqual([{ field: "model", from: "Old", to: "New" }]);
  });

  test("leaves a field whose column is not there, and clears one whose cell is empty in Toolroll's own file", () => {
    const devices = [
      device("a", "LAP-1", { model: "Kept", notes: "Gone", assigneeId: "p-owen", teamId: "t-pay" }),
    ];
    const [verdict] = judgeDevices(
      [
        ["assetTag", "notes", "assigneeId"],
        ["LAP-1", "", ""],
      ],
      { ...council, devices },
    );
    expect(verdict?.after).toMatchObject({ model: "Kept", notes: null, assigneeId: null, teamId: "t-pay" });
  });

  test("of another system leaves what its cells do not say", () => {
    const devices = [device("a", "LAP-1", { serial: "S1", manufacturer: "Dell", assigneeId: "p-owen" })];
    const [verdict] = judgeDevices(
      [
        ["Asset Tag", "Serial", "Manufacturer", "Model No.", "Checked Out To"],
        ["LAP-1", "S1", "", "", ""],
      ],
      { ...council, devices },
    );
    expect(verdict?.kind).toBe("unchanged");
  });

  test("of a council's own list that looks like Snipe-IT's keeps the type and the holder that it names", () => {
    const [verdict] = judgeDevices(
      [
        ["Asset tag", "Type", "Assigned to", "Warranty expires", "Supplier"],
        ["LAP-1", "Laptop", "Megan Price", "2028-01-31", "Menai"],
      ],
      council,
    );
    expect(verdict).toMatchObject({ problems: [], after: { type: "laptop", assigneeId: "p-megan" } });
  });

  test("of Shelf is read with the fields that its users added, whatever their type", () => {
    const [verdict] = judgeDevices([
      ["sequentialId", "title", "kit", "custodian", "cf:Serial number, type: text", "cf:Warranty,type:DATE"],
      ["SAM-0001", "Latitude 5440", "", "", "5CG1", "2028-01-31"],
    ]);
    expect(verdict?.after).toMatchObject({
      ...{ source: "shelf", assetTag: "SAM-0001", serial: "5CG1", warrantyEnd: "2028-01-31" },
    });
  });

  test("gets back the text behind a formula guard", () => {
    const [verdict] = judgeDevices([
      ["assetTag", "type", "notes"],
      ["LAP-1", "laptop", "'=HYPERLINK(1)"],
    ]);
    expect(verdict?.after?.notes).toBe("=HYPERLINK(1)");
  });

  test("takes its status from a label of the council, and is refused with a label that nobody has mapped", () => {
    const verdicts = judgeDevices([
      ["Asset tag", "Type", "Label"],
      ["LAP-1", "laptop", "Out for repair"],
      ["LAP-2", "laptop", "In the cupboard"],
    ]);
    expect(verdicts.map(({ after }) => after?.status)).toEqual(["pending", undefined]);
    expect(problemsOf(verdicts)).toEqual(["3 Label label-unmapped"]);
  });

  test("without a type becomes other, and says so", () => {
    const verdicts = judgeDevices([
      ["Asset tag", "Model"],
      ["X-1", "Thing 3000"],
    ]);
    expect(verdicts[0]?.after?.type).toBe("other");
    expect(problemsOf(verdicts)).toEqual(["2 Model type-assumed"]);
  });

  test("keeps a holder who left, and warns when one is given a device", () => {
    const devices = [device("a", "LAP-1", { assigneeId: "p-left" })];
    const table: Table = [
      ["assetTag", "type", "assigneeId"],
      ["LAP-1", "laptop", "p-left"],
      ["LAP-2", "laptop", "p-left"],
    ];
    const verdicts = judgeDevices(table, { ...council, devices });
    expect(kindsOf(verdicts)).toEqual(["unchanged", "create"]);
    expect(problemsOf(verdicts)).toEqual(["3 assigneeId holder-left"]);
  });
});

const devices = [
  device("a", "LAP-1", { serial: "S1" }),
  device("b", "LAP-2", { serial: "S2" }),
  device("old", "LAP-3", { status: "archived" }),
];

describe("a device row is refused with line and column", () => {
  const cases: readonly (readonly [what: string, table: Table, problems: readonly string[]])[] = [
    [
      "without a tag",
      [
        ["Asset tag", "Type"],
        ["", "laptop"],
      ],
      ["2 Asset tag value-missing"],
    ],
    [
      "of an unknown type",
      [
        ["Asset tag", "Type"],
        ["X", "toaster"],
      ],
      ["2 Type type-unknown"],
    ],
    [
      "of an unknown status",
      [
        ["Asset tag", "Status"],
        ["LAP-1", "deployble"],
      ],
      ["2 Status status-unknown"],
    ],
    [
      "with a day that does not exist",
      [
        ["Asset tag", "Purchased"],
        ["LAP-1", "2025-02-30"],
      ],
      ["2 Purchased date-not-real"],
    ],
    [
      "with words for a day",
      [
        ["Asset tag", "Purchased"],
        ["LAP-1", "last May"],
      ],
      ["2 Purchased date-unreadable"],
    ],
    [
      "with a day of two readings",
      [
        ["Asset tag", "Purchased"],
        ["LAP-1", "03/04/2024"],
      ],
      ["2 Purchased date-ambiguous"],
    ],
    [
      "with an unknown currency",
      [
        ["Asset tag", "Cost"],
        ["LAP-1", "$5"],
      ],
      ["2 Cost currency-unknown"],
    ],
    [
      "with words for money",
      [
        ["Asset tag", "Cost"],
        ["LAP-1", "lots"],
      ],
      ["2 Cost money-unreadable"],
    ],
    [
      "with two points in the money",
      [
        ["Asset tag", "Cost"],
        ["LAP-1", "1.2.3"],
      ],
      ["2 Cost money-unreadable"],
    ],
    [
      "with text over the limit",
      [
        ["Asset tag", "Model"],
        ["LAP-1", "x".repeat(201)],
      ],
      ["2 Model value-too-long"],
    ],
    [
      "with lost characters",
      [
        ["Asset tag", "Model"],
        ["LAP-1", "Caf\uFFFD"],
      ],
      ["2 Model text-damaged"],
    ],
    [
      "with an unknown holder",
      [
        ["Asset tag", "Held by"],
        ["LAP-1", "Nobody Here"],
      ],
      ["2 Held by person-unknown"],
    ],
    [
      "with a holder of two",
      [
        ["Asset tag", "Held by"],
        ["LAP-1", "Alun Jones"],
      ],
      ["2 Held by person-ambiguous"],
    ],
    [
      "with an unknown e-mail and a known name",
      [
        ["Asset tag", "Email", "Held by"],
        ["LAP-1", "x@y.example", "Owen Hughes"],
      ],
      ["2 Email person-unknown"],
    ],
    [
      "with an unknown team",
      [
        ["Asset tag", "Team"],
        ["LAP-1", "Parks"],
      ],
      ["2 Team team-unknown"],
    ],
    [
      "with a team of two",
      [
        ["Asset tag", "Team"],
        ["LAP-1", "Payroll"],
      ],
      ["2 Team team-ambiguous"],
    ],
    [
      "that hands out an archived device",
      [
        ["Asset tag", "Email"],
        ["LAP-3", "owen.hughes@council.example"],
      ],
      ["2 Email holder-refused"],
    ],
    [
      "too short",
      [
        ["Asset tag", "Type", "Model"],
        ["LAP-1", "laptop"],
      ],
      ["2 Model row-short"],
    ],
    [
      "too long",
      [
        ["Asset tag", "Model"],
        ["LAP-1", "a", "b"],
      ],
      ["2 3 row-long"],
    ],
    [
      "that names two devices",
      [
        ["Asset tag", "Serial number"],
        ["LAP-1", "S2"],
      ],
      ["2 Serial number two-records"],
    ],
    [
      "whose id and tag disagree",
      [
        ["id", "Asset tag"],
        ["a", "LAP-2"],
      ],
      ["2 Asset tag two-records"],
    ],
    [
      "for the same new tag twice",
      [
        ["Asset tag", "Type"],
        ["N-1", "laptop"],
        ["n-1", "laptop"],
      ],
      ["3 Asset tag same-record"],
    ],
    [
      "for the same device twice",
      [
        ["Asset tag", "Serial number"],
        ["LAP-1", ""],
        ["", "S1"],
      ],
      ["3 Serial number same-record"],
    ],
    [
      "with one serial for two",
      [
        ["Asset tag", "Serial number", "Type"],
        ["N-1", "N", "laptop"],
        ["N-2", "N", "laptop"],
      ],
      ["3 Serial number serial-taken"],
    ],
    [
      "with a tag that looks like another",
      [
        ["Asset tag", "Type"],
        ["LAP\u20111", "laptop"],
      ],
      ["2 Asset tag key-lookalike"],
    ],
    [
      "with a Cyrillic letter in the tag",
      [
        ["Asset tag", "Type"],
        ["L\u0410P-1", "laptop"],
      ],
      ["2 Asset tag key-mixed"],
    ],
    [
      "with a zero-width space in the tag",
      [
        ["Asset tag", "Type"],
        ["LAP\u200b-77", "laptop"],
      ],
      ["2 Asset tag key-invisible"],
    ],
    [
      "with lookalikes in one file",
      [
        ["Asset tag", "Type"],
        ["N-1", "laptop"],
        ["N\u20111", "laptop"],
      ],
      ["3 Asset tag key-lookalike"],
    ],
    [
      "with an odd serial",
      [
        ["Asset tag", "Serial number"],
        ["LAP-1", "S\u200b9"],
      ],
      ["2 Serial number key-invisible"],
    ],
  ];

  test.each(cases)("%s", (_what, table, problems) => {
    const verdicts = judgeDevices(table, { ...council, devices });
    expect(problemsOf(verdicts).filter((one) => !one.endsWith("type-assumed"))).toEqual(problems);
    expect(verdicts.at(-1)?.after).toBeNull();
    expect(["error", "conflict"]).toContain(verdicts.at(-1)?.kind);
  });

  test("with all its problems at once", () => {
    const verdicts = judgeDevices([
      ["Asset tag", "Type", "Purchased", "Cost"],
      ["N-1", "toaster", "2024-02-31", "$1"],
    ]);
    expect(problemsOf(verdicts).sort()).toEqual([
      "2 Cost currency-unknown",
      "2 Purchased date-not-real",
      "2 Type type-unknown",
    ]);
  });
});

describe("junk serials", () => {
  test("match nothing and clash with nothing", () => {
    const verdicts = judgeDevices(
      [
        ["Asset tag", "Serial number", "Type"],
        ["N-1", "N/A", "laptop"],
        ["N-2", "n/a", "laptop"],
      ],
      { devices: [device("z", "LAP-9", { serial: "N/A" })] },
    );
    expect(kindsOf(verdicts)).toEqual(["create", "create"]);
  });

  test("two devices that share a serial already may stay as they are", () => {
    const twins = [device("a", "LAP-1", { serial: "S" }), device("b", "LAP-2", { serial: "S" })];
    const verdicts = judgeDevices(
      [
        ["Asset tag", "Serial number"],
        ["LAP-1", "S"],
        ["LAP-2", "S"],
      ],
      { devices: twins },
    );
    expect(kindsOf(verdicts)).toEqual(["unchanged", "unchanged"]);
  });
});

describe("an Intune row", () => {
  const headers = [
    "Device name",
    "Serial number",
    "OS",
    "OS version",
    "Model",
    "Primary user UPN",
    "Last check-in",
  ];
  const row = [
    "LAPTOP-A1",
    "S1",
    "Windows",
    "10.0.22631",
    "Latitude 5440",
    "owen.hughes@council.example",
    "2026-11-20 08:00:00.0000000",
  ];

  test("is matched by serial and keeps the asset tag", () => {
    const [verdict] = judgeDevices([headers, row], { ...council, devices });
    expect(verdict?.kind).toBe("update");
    expect(verdict?.after).toMatchObject({
      id: "a",
      assetTag: "LAP-1",
      osVersion: "10.0.22631",
      assigneeId: "p-owen",
      lastSeenAt: "2026-11-20T08:00:00.000Z",
    });
  });

  test("of a device that is not registered takes its name as the tag, once", () => {
    const [created] = judgeDevices([headers, ["LAPTOP-N", "N9", ...row.slice(2)]], council);
    expect(created?.after).toMatchObject({
      assetTag: "LAPTOP-N",
      serial: "N9",
      type: "laptop",
      source: "intune",
    });
    const again = judgeDevices([headers, ["LAPTOP-N", "N9", ...row.slice(2)]], {
      ...council,
      devices: created?.after ? [created.after] : [],
    });
    expect(kindsOf(again)).toEqual(["unchanged"]);
  });

  test("whose name is the tag of a device with another serial is a conflict", () => {
    const verdicts = judgeDevices([headers, ["LAP-1", "OTHER", ...row.slice(2)]], { ...council, devices });
    expect(problemsOf(verdicts)).toEqual(["2 Serial number serial-differs"]);
  });

  test("does not set an older sighting over a newer one", () => {
    const seen = device("a", "LAP-1", { serial: "S1", lastSeenAt: "2026-11-21T00:00:00.000Z" });
    const [verdict] = judgeDevices(
      [
        ["Device name", "Serial number", "Last check-in", "Ownership"],
        ["X", "S1", "2026-11-20", "Corporate"],
      ],
      { devices: [seen] },
    );
    expect(verdict?.kind).toBe("unchanged");
  });

  test("whose user is not in the directory is taken without a holder, with a warning", () => {
    const verdicts = judgeDevices(
      [headers, ["L-2", "N2", "Windows", "10", "Latitude 5440", "gone@council.example", ""]],
      council,
    );
    expect(verdicts[0]?.after?.assigneeId).toBeNull();
    expect(problemsOf(verdicts)).toEqual(["2 Primary user UPN holder-unknown"]);
  });
});

describe("a Snipe-IT row", () => {
  const headers = [
    "Asset Tag",
    "Model",
    "Category",
    "Serial",
    "Purchased",
    "Cost",
    "Checked Out",
    "Type",
    "Username",
    "Status",
    "Warranty",
  ];

  test("gives type, status, label, holder and end of warranty", () => {
    const [verdict] = judgeDevices(
      [
        headers,
        [
          "LAP-7",
          "Latitude",
          "Laptops",
          "S7",
          "2024-01-31",
          "1,234.50",
          "Megan Price",
          "user",
          "megan.price",
          "Ready to Deploy (deployed)",
          "25",
        ],
      ],
      council,
    );
    expect(verdict?.problems).toEqual([]);
    expect(verdict?.after).toMatchObject({
      type: "laptop",
      status: "deployable",
      label: "Ready to deploy",
      assigneeId: "p-megan",
      teamId: "t-it",
      warrantyEnd: "2026-02-28",
      cost: { amount: "1234.50", currency: "GBP" },
      source: "snipe-it",
    });
  });

  test.each([
    ["Price, Megan", ""],
    ["Megan Price (mprice)", "mprice"],
    ["", "megan.price"],
    ["Somebody Else", "megan.price@council.example"],
  ])("checked out to %p with login %p is Megan's", (name, login) => {
    const [verdict] = judgeDevices(
      [headers, ["LAP-7", "Dell", "Laptops", "S7", "", "", name, "user", login, "Pending (pending)", ""]],
      council,
    );
    expect(verdict?.problems).toEqual([]);
    expect(verdict?.after?.assigneeId).toBe("p-megan");
  });

  test("checked out to a place has no holder, with a warning", () => {
    const verdicts = judgeDevices(
      [headers, ["LAP-8", "Dell", "Laptops", "S8", "", "", "Depot", "location", "", "Pending (pending)", ""]],
      council,
    );
    expect(verdicts[0]?.after).toMatchObject({ assigneeId: null, status: "pending", label: "Pending" });
    expect(problemsOf(verdicts)).toEqual(["2 Checked Out holder-unknown"]);
  });
});
