import { applicationText } from "../../src/contracts/text/application-text";
import { attendanceText } from "../../src/contracts/text/attendance-text";
import { checkInFormText } from "../../src/contracts/text/check-in-form-text";
import { confidenceText } from "../../src/contracts/text/confidence-text";
import { courseText } from "../../src/contracts/text/course-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const courseWords = {
  course: courseText,
  application: applicationText,
  attendance: attendanceText,
  checkInForm: checkInFormText,
  confidence: confidenceText,
  history: historyText,
  inventory: inventoryText,
};
