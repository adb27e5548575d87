import { EntitySchema } from "typeorm";
import { integer, key, requiredText, text } from "./columns";

export interface SurveyRow {
  id: string;
  title: string;
  state: string;
  /** JSON of a SurveyAudience. */
  audience: string;
  minimumGroup: number;
  comments: number;
  pulse: number;
  programmeId: string;
  checkInId: string;
  createdBy: string;
  createdAt: string;
  openedAt: string;
  closesAt: string;
  closedAt: string;
  version: number;
}

export const surveyEntity = new EntitySchema<SurveyRow>({
  name: "survey",
  tableName: "survey",
  columns: {
    id: key("id"),
    title: requiredText("title"),
    state: requiredText("state"),
    audience: requiredText("audience"),
    minimumGroup: integer("minimum_group"),
    comments: integer("comments"),
    pulse: integer("pulse"),
    programmeId: text("programme_id"),
    checkInId: text("check_in_id"),
    createdBy: requiredText("created_by"),
    createdAt: requiredText("created_at"),
    openedAt: text("opened_at"),
    closesAt: text("closes_at"),
    closedAt: text("closed_at"),
    version: integer("version"),
  },
  indices: [
    { name: "survey_created", columns: ["createdAt", "id"] },
    { name: "survey_state", columns: ["state", "closesAt"] },
    { name: "survey_check_in", columns: ["checkInId"] },
    { name: "survey_of_programme", columns: ["programmeId"] },
  ],
});

export interface SurveyItemRow {
  id: string;
  surveyId: string;
  position: number;
  kind: string;
  textEn: string;
  textCy: string;
  applicationId: string;
  theme: string;
}

export const surveyItemEntity = new EntitySchema<SurveyItemRow>({
  name: "survey_item",
  tableName: "survey_item",
  columns: {
    id: key("id"),
    surveyId: requiredText("survey_id"),
    position: integer("position"),
    kind: requiredText("kind"),
    textEn: requiredText("text_en"),
    textCy: text("text_cy"),
    applicationId: text("application_id"),
    theme: text("theme"),
  },
  indices: [
    { name: "survey_item_position", columns: ["surveyId", "position"], unique: true },
    { name: "survey_item_application", columns: ["applicationId"] },
  ],
});

/** A team as it was when the survey opened and, after the close, all that is published of it. */
export interface SurveyGroupRow {
  surveyId: string;
  teamId: string;
  parentId: string;
  name: string;
  /** With the teams below, as `responded`. */
  invited: number;
  responded: number;
  /** JSON of item id → ReleasedFigures; '' before the close. */
  figures: string;
}

export const surveyGroupEntity = new EntitySchema<SurveyGroupRow>({
  name: "survey_group",
  tableName: "survey_group",
  columns: {
    surveyId: key("survey_id"),
    teamId: key("team_id"),
    parentId: text("parent_id"),
    name: text("name"),
    invited: integer("invited"),
    responded: integer("responded"),
    figures: text("figures"),
  },
  indices: [{ name: "survey_group_team", columns: ["teamId", "surveyId"] }],
});

/** Who is asked, fixed when the survey opens. Gone after the close. */
export interface SurveyMemberRow {
  surveyId: string;
  personId: string;
  teamId: string;
}

export const surveyMemberEntity = new EntitySchema<SurveyMemberRow>({
  name: "survey_member",
  tableName: "survey_member",
  columns: { surveyId: key("survey_id"), personId: key("person_id"), teamId: requiredText("team_id") },
  indices: [{ name: "survey_member_person", columns: ["personId"] }],
});

/** What somebody said, with neither person nor time. Gone after the close. */
export interface SurveyResponseRow {
  /** Random, and used in this survey only. */
  id: string;
  surveyId: string;
  teamId: string;
  /** JSON of item id → answer. */
  answers: string;
  comment: string;
}

export const surveyResponseEntity = new EntitySchema<SurveyResponseRow>({
  name: "survey_response",
  tableName: "survey_response",
  columns: {
    id: key("id"),
    surveyId: requiredText("survey_id"),
    teamId: requiredText("team_id"),
    answers: requiredText("answers"),
    comment: text("comment"),
  },
  indices: [{ name: "survey_response_survey", columns: ["surveyId", "id"] }],
});

/** The only thing that says whose a response is, so that its person can change or take it back. Gone after the close. */
export interface SurveyLinkRow {
  surveyId: string;
  personId: string;
  responseId: string;
}

export const surveyLinkEntity = new EntitySchema<SurveyLinkRow>({
  name: "survey_link",
  tableName: "survey_link",
  columns: {
    surveyId: key("survey_id"),
    personId: key("person_id"),
    responseId: requiredText("response_id"),
  },
  indices: [{ name: "survey_link_person", columns: ["personId"] }],
});

/** A comment that may be shown, with the group of at least ten people that it came from. */
export interface SurveyCommentRow {
  id: string;
  surveyId: string;
  teamId: string;
  text: string;
  namesSomebody: number;
}

export const surveyCommentEntity = new EntitySchema<SurveyCommentRow>({
  name: "survey_comment",
  tableName: "survey_comment",
  columns: {
    id: key("id"),
    surveyId: requiredText("survey_id"),
    teamId: requiredText("team_id"),
    text: requiredText("text"),
    namesSomebody: integer("names_somebody"),
  },
  indices: [{ name: "survey_comment_survey", columns: ["surveyId", "id"] }],
});
