import type { Application } from "../../src/domain/application/application";
import type { AuditEvent } from "../../src/domain/audit-event";
import { addCourse, type Course, type CourseDraft, changeCourse } from "../../src/domain/course";
import { addDays } from "../../src/domain/instant";
import type { Person } from "../../src/domain/person";
import { planTraining, type Training } from "../../src/domain/rollout/training";
import type { Team } from "../../src/domain/team";
import { idFrom } from "../../tests/support/builders";
import { fixedPeople } from "./fixed-people";

export interface CouncilCourses {
  readonly courses: readonly Course[];
  readonly sessions: readonly { readonly training: Training; readonly attended: readonly string[] }[];
}

/** Statements of the bank that the demonstration's surveys ask, beside the one about a tool; the first is what has been taught. */
export const demonstrated: readonly string[] = [
  "find-files",
  "spot-tricks",
  "change-for-residents",
  "new-tool",
];

/** Nearly everybody of these was at a session between the second survey and the third. */
export const trainedTeams: readonly string[] = [
  "Council Tax",
  "Internal Audit",
  "Library Service",
  "Housing Options",
];

/** The tool that is being rolled out, that people are asked about, and that a course teaches. */
export function toolOf(applications: readonly Application[]): Application | undefined {
  return (
    applications.find(({ kind, lifecycle }) => kind === "productivity-tool" && lifecycle !== "retired") ??
    applications[0]
  );
}

export const toolCourseId = idFrom("course/tool");
const itManagerId = fixedPeople.find(({ role }) => role === "Toolroll.ItManager")?.id ?? "";
const nothing = { itemIds: [], applicationIds: [], skuIds: [] };

interface Place {
  readonly applications: readonly Application[];
  readonly people: readonly Person[];
  readonly teams: readonly Team[];
  readonly now: Date;
}

/** One course with a session that was held and one to come, one to come, one that a rollout holds, and one that is over. */
export function councilCourses({ applications, people, teams, now }: Place): CouncilCourses {
  const made = (id: string, draft: Partial<CourseDraft> & Pick<CourseDraft, "title">, days: number) =>
    addCourse(
      { provider: "Digital Services", link: null, description: null, subjects: nothing, ...draft },
      { id, createdBy: itManagerId },
      addDays(now, -days),
    );
  const files = made(
    idFrom("course/files"),
    {
      title: { en: "Finding and sharing files", cy: "Dod o hyd i ffeiliau a’u rhannu" },
      description:
        "Two hours with your own files: where they live, how to find them again, and who can see them.",
      subjects: { ...nothing, itemIds: ["find-files", "shared-document"] },
    },
    120,
  );
  const tricks = made(
    idFrom("course/tricks"),
    {
      title: { en: "Spotting tricks in messages", cy: "Adnabod triciau mewn negeseuon" },
      link: "https://www.ncsc.gov.uk/training",
      subjects: { ...nothing, itemIds: ["spot-tricks", "personal-data"] },
    },
    80,
  );
  const tool = toolOf(applications);
  const ofTool =
    tool &&
    made(
      toolCourseId,
      {
        title: { en: `An hour with ${tool.name}`, cy: `Awr gyda ${tool.name}` },
        subjects: { ...nothing, applicationIds: [tool.id] },
      },
      60,
    );
  const old = made(idFrom("course/old"), { title: { en: "Shared drives", cy: "Gyriannau a rennir" } }, 400);
  const over = changeCourse(old, { archived: true }, addDays(now, -130));
  const taught = new Set(teams.filter(({ name }) => trainedTeams.includes(name)).map(({ id }) => id));
  const own = people.filter(({ teamId, active }) => active && taught.has(teamId ?? ""));
  // One in twelve was missed.
  const attended = own.filter((_, at) => at % 12 !== 5).map(({ id }) => id);
  return {
    courses: [over, files, tricks, ...(ofTool ? [ofTool] : [])],
    sessions: [
      { training: sessionOf(files, now, -60), attended },
      { training: sessionOf(files, now, 12), attended: [] },
      { training: sessionOf(tricks, now, 20), attended: [] },
    ],
  };
}

function sessionOf(course: Course, now: Date, days: number): Training {
  const startsAt = `${addDays(now, days).toISOString().slice(0, 10)}T10:00:00.000Z`;
  const draft = {
    rolloutId: null,
    courseId: course.id,
    title: course.title.en,
    places: 150,
    waveIds: [],
    startsAt,
  };
  return planTraining(
    draft,
    idFrom(`${course.id}/${days}`),
    itManagerId,
    addDays(now, Math.min(days, 0) - 14),
  );
}

/** How each came to be, for the history. */
export function courseHistory(courses: readonly Course[]): AuditEvent[] {
  return courses.map(({ id, title, createdAt }) => ({
    id: idFrom(`${id}/created`),
    at: createdAt,
    actorId: itManagerId,
    door: "seed",
    action: "course.created",
    subjectKind: "course",
    subjectId: id,
    changes: [{ field: "title", from: null, to: title.en }],
    reason: null,
  }));
}
