import { applicationText } from "../../src/contracts/text/application-text";
import { attendanceText } from "../../src/contracts/text/attendance-text";
import { checkInFormText } from "../../src/contracts/text/check-in-form-text";
import { checkInText } from "../../src/contracts/text/check-in-text";
import { courseText } from "../../src/contracts/text/course-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { rolloutText } from "../../src/contracts/text/rollout-text";
import { vendorChangeText } from "../../src/contracts/text/vendor-change-text";

export const rolloutWords = {
  rollout: rolloutText,
  attendance: attendanceText,
  vendorChange: vendorChangeText,
  application: applicationText,
  checkIn: checkInText,
  checkInForm: checkInFormText,
  course: courseText,
  history: historyText,
  inventory: inventoryText,
};
