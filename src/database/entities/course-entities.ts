import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface CourseRow {
  id: string;
  titleEn: string;
  titleCy: string;
  provider: string;
  link: string;
  description: string;
  archivedAt: string;
  createdBy: string;
  createdAt: string;
  version: number;
}

export const courseEntity = new EntitySchema<CourseRow>({
  name: "course",
  tableName: "course",
  columns: {
    id: key("id"),
    titleEn: requiredText("title_en"),
    titleCy: text("title_cy"),
    provider: text("provider"),
    link: text("link"),
    description: text("description"),
    archivedAt: text("archived_at"),
    createdBy: requiredText("created_by"),
    createdAt: requiredText("created_at"),
    version: integer("version"),
  },
  indices: [{ name: "course_created", columns: ["createdAt", "id"] }],
});

/** What a course is good for. */
export interface CourseSubjectRow {
  courseId: string;
  /** `item` of the bank, `application` or `sku`. */
  kind: string;
  subjectId: string;
}

export const courseSubjectEntity = new EntitySchema<CourseSubjectRow>({
  name: "course_subject",
  tableName: "course_subject",
  columns: { courseId: key("course_id"), kind: key("kind"), subjectId: key("subject_id") },
  indices: [{ name: "course_subject_of", columns: ["kind", "subjectId"] }],
});

/** Which course a training session is of; a session of a rollout need not be of any. */
export interface CourseSessionRow {
  trainingId: string;
  courseId: string;
}

export const courseSessionEntity = new EntitySchema<CourseSessionRow>({
  name: "course_session",
  tableName: "course_session",
  columns: { trainingId: key("training_id"), courseId: requiredText("course_id") },
  indices: [{ name: "course_session_course", columns: ["courseId"] }],
});
