import {
  type DigestLine,
  digestNote,
  digestOf,
  isDigestDue,
  namedInDigest,
} from "../../../src/domain/finding/finding-digest";

const now = new Date("2026-03-15T04:00:00.000Z");
const line = (more: Partial<DigestLine> = {}): DigestLine => ({
  ...{ kind: "not-confirmed", subjectKind: "team", name: "Housing", count: 3 },
  ...more,
});

test.each([
  ["never got one", null, true],
  ["got one fourteen days ago", { id: "n", at: "2026-03-01T04:00:00.000Z", waits: false }, true],
  ["got one a moment later than that", { id: "n", at: "2026-03-01T04:00:00.001Z", waits: false }, false],
  ["has an old one that still waits", { id: "n", at: "2026-02-01T04:00:00.000Z", waits: true }, false],
])("whoever %s: %j, due %s", (_, last, expected) => {
  expect(isDigestDue(last, now)).toBe(expected);
});

test("two digests that are decided at once are the same, and the next one is another", () => {
  const first = digestNote("huw", null, "note-1", now);
  expect(digestNote("huw", null, "note-2", now).identity).toBe(first.identity);
  const last = { id: "note-1", at: first.decidedAt, waits: false };
  expect(digestNote("huw", last, "note-3", now).identity).not.toBe(first.identity);
  expect(digestNote("nia", null, "note-4", now).identity).not.toBe(first.identity);
  expect(first).toMatchObject({ personId: "huw", kind: "findings", closesAt: "2026-03-29T04:00:00.000Z" });
});

test("without an open finding there is nothing to say", () => {
  expect(digestOf([], [])).toBeNull();
});

test("it counts all, the most pressing first, and names a few, but never a person", () => {
  const counts = [
    { severity: "low", count: 4 },
    { severity: "high", count: 2 },
  ] as const;
  const top = [
    line({ kind: "kit-held-by-leaver", subjectKind: "person", name: "Gwen Gone" }),
    ...Array.from({ length: 9 }, () => line()),
  ];
  const digest = digestOf(counts, top);
  expect(digest).toMatchObject({
    total: 6,
    bySeverity: [
      { severity: "high", count: 2 },
      { severity: "low", count: 4 },
    ],
  });
  expect(digest?.top).toHaveLength(namedInDigest);
  expect(digest?.top[0]?.name).toBeNull();
  expect(digest?.top[1]?.name).toBe("Housing");
  expect(JSON.stringify(digest)).not.toContain("Gwen");
});
