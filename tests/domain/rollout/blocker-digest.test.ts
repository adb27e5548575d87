import {
  blockerDigestOf,
  blockerNotes,
  type EscalatedBlocker,
} from "../../../src/domain/rollout/blocker-digest";

const now = new Date("2026-03-02T09:00:00Z");
const escalated = (more: Partial<EscalatedBlocker>): EscalatedBlocker => ({
  ...{ id: "b-1", rolloutId: "r-1", rolloutName: "Windows 11", ownerId: "nia" },
  ...{ raisedAt: "2026-02-20T09:00:00.000Z", ...more },
});

describe("blockers that have become the owner's of the rollout", () => {
  let made = 0;
  const newId = () => {
    made += 1;
    return `note-${made}`;
  };

  it("are told once each, and once more to a new owner", () => {
    const identities = (blockers: readonly EscalatedBlocker[]) =>
      blockerNotes(blockers, now, newId).map(({ identity }) => identity);
    const both = [escalated({}), escalated({ id: "b-2" })];
    expect(new Set(identities(both)).size).toBe(2);
    expect(identities(both)).toEqual(identities(both));
    expect(identities([escalated({ ownerId: "huw" })])).not.toEqual(identities([escalated({})]));
  });

  it("are told to the owner, within a fortnight or not at all", () => {
    expect(blockerNotes([escalated({})], now, newId)).toMatchObject([
      { personId: "nia", kind: "blockers", renewal: null, closesAt: "2026-03-16T09:00:00.000Z" },
    ]);
  });
});

describe("a digest of blockers", () => {
  it("says nothing where there is nothing to say", () => {
    expect(blockerDigestOf([])).toBeNull();
  });

  it("counts them by rollout, the one that has waited longest first, and names no more than five", () => {
    const many = ["a", "b", "c", "d", "e", "f"].map((id, at) =>
      escalated({ id, rolloutId: id, rolloutName: id, raisedAt: `2026-02-2${at}T09:00:00.000Z` }),
    );
    const late = escalated({
      id: "g",
      rolloutId: "d",
      rolloutName: "d",
      raisedAt: "2026-01-31T23:59:59.000Z",
    });
    const digest = blockerDigestOf([...many, late]);
    expect(digest).toMatchObject({ total: 7, more: 1 });
    expect(digest?.rollouts.map(({ name, count, since }) => `${name} ${count} ${since}`)).toEqual([
      "d 2 2026-01-31",
      "a 1 2026-02-20",
      "b 1 2026-02-21",
      "c 1 2026-02-22",
      "e 1 2026-02-24",
    ]);
  });
});
