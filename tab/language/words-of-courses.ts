import { applicationText } from "../../src/contracts/text/application-text";
import { checkInFormText } from "../../src/contracts/text/check-in-form-text";
import { confidenceText } from "../../src/contracts/text/confidence-text";
import { courseText } from "../../src/contracts/text/course-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const courseWords = {
  course: courseText,
  application: applicationText,
  checkInForm: checkInFormText,
  confidence: confidenceText,
  history: historyText,
  inventory: inventoryText,
};
