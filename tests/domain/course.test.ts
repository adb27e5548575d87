import { addCourse, type CourseDraft, changeCourse, refuseArchived } from "../../src/domain/course";
import { refusalOf, refused } from "../support/refusal-of";

const now = new Date("2027-03-10T09:00:00.000Z");
const later = new Date("2027-04-10T09:00:00.000Z");
const none = { itemIds: [], applicationIds: [], skuIds: [] };
const draft: CourseDraft = {
  title: { en: "The ledger", cy: null },
  provider: "Finance",
  link: null,
  description: null,
  subjects: none,
};
const add = (more: Partial<CourseDraft> = {}) =>
  addCourse({ ...draft, ...more }, { id: "c-1", createdBy: "ada" }, now);

describe("a course", () => {
  it("names what it is good for once each, and in order", () => {
    const { subjects } = add({
      subjects: { ...none, itemIds: ["work-forms", "find-files", "work-forms"], applicationIds: ["b", "a"] },
    });
    expect(subjects).toEqual({
      itemIds: ["find-files", "work-forms"],
      applicationIds: ["a", "b"],
      skuIds: [],
    });
  });

  it("is good for no statement that the bank does not have, or that an application brings", () => {
    const aboutAnApplication = { ...none, itemIds: ["everyday-work"] };
    expect(refusalOf(() => add({ subjects: aboutAnApplication }))).toEqual(
      refused("invalid", "course-item-unknown"),
    );
    const wrong = { ...none, itemIds: ["find-files", "made-up"] };
    expect(refusalOf(() => add({ subjects: wrong }))).toEqual(refused("invalid", "course-item-unknown"));
    expect(refusalOf(() => changeCourse(add(), { subjects: wrong }, later))).toEqual(
      refused("invalid", "course-item-unknown"),
    );
  });

  it("keeps what a change does not speak of", () => {
    const before = add({ subjects: { ...none, itemIds: ["find-files"], skuIds: ["s"] } });
    const after = changeCourse(before, { provider: null, subjects: { skuIds: [] } }, later);
    expect(after).toEqual({
      ...before,
      provider: null,
      subjects: { ...none, itemIds: ["find-files"] },
      version: 2,
    });
  });

  it("is archived at the time somebody says so, stays so until it is offered again, and then has no new sessions", () => {
    const archived = changeCourse(add(), { archived: true }, later);
    expect(archived.archivedAt).toBe(later.toISOString());
    expect(changeCourse(archived, { provider: "IT" }, now).archivedAt).toBe(later.toISOString());
    expect(refusalOf(() => refuseArchived(archived))).toEqual(refused("conflict", "course-archived"));
    const again = changeCourse(archived, { archived: false }, later);
    expect(again.archivedAt).toBeNull();
    expect(() => refuseArchived(again)).not.toThrow();
  });
});
