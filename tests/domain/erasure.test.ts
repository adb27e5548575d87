import fc from "fast-check";
import { erasedText, isNamedIn, withoutPerson } from "../../src/domain/erasure";

const person = { id: "p-1", name: "Siân O'Connor", email: "sian.oconnor@llanfair.example" };
const content = { actorId: "p-2", subjectId: "d-1", changes: [], reason: "" };
const change = (field: string, from: unknown, to: unknown) => ({ field, from, to });

describe("an event without a person", () => {
  it("is none when it has nothing of them", () => {
    expect(withoutPerson({ ...content, reason: "A new battery" }, person, "x")).toBeNull();
    expect(
      withoutPerson({ ...content, changes: [change("assigneeId", "p-10", "p-11")] }, person, "x"),
    ).toBeNull();
  });

  it("has the pseudonym as actor and as subject, and no reason", () => {
    const event = { ...content, actorId: "p-1", subjectId: "p-1", reason: "Moved to Parks" };
    expect(withoutPerson(event, person, "x")).toEqual({
      actorId: "x",
      subjectId: "x",
      changes: [],
      reason: "",
    });
  });

  it("keeps who held a thing apart from others by the pseudonym, in lists and in keys too", () => {
    const changes = [
      change("assigneeId", "p-1", "p-2"),
      change("managerIds", ["p-3", "p-1"], { "p-1": "yes" }),
    ];
    expect(withoutPerson({ ...content, changes, reason: "She asked" }, person, "x")).toMatchObject({
      actorId: "p-2",
      changes: [change("assigneeId", "x", "p-2"), change("managerIds", ["p-3", "x"], { x: "yes" })],
      reason: "",
    });
  });

  it("has neither name nor e-mail address where the event is about them", () => {
    const changes = [
      change("name", null, "Sian Connor"),
      change("email", "", "s@c.example"),
      change("teamId", null, "t"),
    ];
    expect(withoutPerson({ ...content, subjectId: "p-1", changes }, person, "x")?.changes).toEqual([
      change("name", null, erasedText),
      change("email", "", erasedText),
      change("teamId", null, "t"),
    ]);
  });

  it.each(["Kept for SIÂN O’CONNOR until May", "ask sian.oconnor@llanfair.example", "(Siân  O'Connor)"])(
    "has none of the text %j about something else",
    (text) => {
      expect(withoutPerson({ ...content, reason: text }, person, "x")?.reason).toBe("");
      const changes = [change("notes", "Spare", text)];
      expect(withoutPerson({ ...content, changes }, person, "x")?.changes).toEqual([
        change("notes", "Spare", erasedText),
      ]);
    },
  );

  it("has nothing of what they typed in an answer, and keeps what they chose", () => {
    const changes = [
      change("answers", {}, { "d-1": "have" }),
      change("unlisted", null, "my old phone"),
      change("note", null, "my son sat on it"),
    ];
    expect(withoutPerson({ ...content, actorId: "p-1", changes }, person, "x")?.changes).toEqual([
      change("answers", {}, { "d-1": "have" }),
      change("unlisted", null, erasedText),
      change("note", null, erasedText),
    ]);
  });

  it("never holds the id, the name or the address, whatever is in it", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.constantFrom(person.id, person.name, person.email, `- ${person.name}!`),
    );
    const values = fc.oneof(texts, fc.array(texts), fc.dictionary(fc.string(), texts), fc.constant(null));
    const events = fc.record({
      actorId: texts,
      subjectId: fc.constantFrom("p-1", "d-1"),
      changes: fc.array(
        fc.record({ field: fc.constantFrom("notes", "assigneeId", "name"), from: values, to: values }),
      ),
      reason: texts,
    });
    fc.assert(
      fc.property(events, (event) => {
        const rest = withoutPerson(event, person, "x");
        if (rest === null) return expect(event.subjectId).not.toBe("p-1");
        expect([rest.actorId === person.id, rest.subjectId === person.id, rest.reason]).toEqual([
          false,
          false,
          "",
        ]);
        const strings: string[] = [];
        JSON.stringify(rest.changes, (_key, value) => {
          if (typeof value === "string") strings.push(value);
          return value;
        });
        expect(strings.filter((text) => text === person.id || isNamedIn(text, person))).toEqual([]);
      }),
    );
  });
});

describe("a name in a text", () => {
  it("is found as whole words only", () => {
    const ann = { name: "Ann Lee", email: "" };
    expect(isNamedIn("for Ann Lee, please", ann)).toBe(true);
    expect(isNamedIn("Joann Leeson", ann)).toBe(false);
    expect(isNamedIn("ann  lee", ann)).toBe(true);
    expect(isNamedIn("Ann and Lee", ann)).toBe(false);
  });
});
