import { applicationText } from "../../src/contracts/text/application-text";
import { checkInFormText } from "../../src/contracts/text/check-in-form-text";
import { checkInText } from "../../src/contracts/text/check-in-text";
import { confidenceText } from "../../src/contracts/text/confidence-text";
import { courseText } from "../../src/contracts/text/course-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { sendingText } from "../../src/contracts/text/sending-text";
import { surveyPageText } from "../../src/contracts/text/survey-page-text";
import { surveyText } from "../../src/contracts/text/survey-text";

export const surveyWords = {
  survey: surveyText,
  confidence: confidenceText,
  course: courseText,
  sending: sendingText,
  surveyPage: surveyPageText,
  checkIn: checkInText,
  checkInForm: checkInFormText,
  application: applicationText,
  inventory: inventoryText,
};
