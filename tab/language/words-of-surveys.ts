import { applicationText } from "../../src/contracts/text/application-text";
import { checkInFormText } from "../../src/contracts/text/check-in-form-text";
import { checkInText } from "../../src/contracts/text/check-in-text";
import { confidenceText } from "../../src/contracts/text/confidence-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { surveyText } from "../../src/contracts/text/survey-text";

export const surveyWords = {
  survey: surveyText,
  confidence: confidenceText,
  checkIn: checkInText,
  checkInForm: checkInFormText,
  application: applicationText,
  inventory: inventoryText,
};
