import { EntitySchema } from "typeorm";
import { integer, key, requiredText } from "./columns";

export interface SurveyProgrammeRow {
  id: string;
  everyWeeks: number;
  daysOpen: number;
  minute: number;
  nextOpensAt: string;
  state: string;
  createdBy: string;
  createdAt: string;
  version: number;
}

export const surveyProgrammeEntity = new EntitySchema<SurveyProgrammeRow>({
  name: "survey_programme",
  tableName: "survey_programme",
  columns: {
    id: key("id"),
    everyWeeks: integer("every_weeks"),
    daysOpen: integer("days_open"),
    minute: integer("minute"),
    nextOpensAt: requiredText("next_opens_at"),
    state: requiredText("state"),
    createdBy: requiredText("created_by"),
    createdAt: requiredText("created_at"),
    version: integer("version"),
  },
  indices: [
    { name: "survey_programme_created", columns: ["createdAt", "id"] },
    { name: "survey_programme_due", columns: ["state", "nextOpensAt"] },
  ],
});
