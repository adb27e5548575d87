import { attendanceAskedText } from "../../src/contracts/text/attendance-asked-text";
import { deviceText } from "../../src/contracts/text/device-text";
import { kitText } from "../../src/contracts/text/kit-text";
import { licenceReviewText } from "../../src/contracts/text/licence-review-text";
import { myLicenceText } from "../../src/contracts/text/my-licence-text";
import { myTrainingText } from "../../src/contracts/text/my-training-text";
import { reportText } from "../../src/contracts/text/report-text";

export const kitWords = {
  attendanceAsked: attendanceAskedText,
  device: deviceText,
  kit: kitText,
  licenceReview: licenceReviewText,
  myLicence: myLicenceText,
  myTraining: myTrainingText,
  report: reportText,
};
