import { applicationText } from "./application-text";
import { attendanceAskedText } from "./attendance-asked-text";
import { attendanceText } from "./attendance-text";
import type { KeysOf, Language } from "./bilingual";
import { botText } from "./bot-text";
import { bulkText } from "./bulk-text";
import { checkInFormText } from "./check-in-form-text";
import { checkInText } from "./check-in-text";
import { commonText } from "./common-text";
import { composeText } from "./compose-text";
import { confidenceText } from "./confidence-text";
import { contactText } from "./contact-text";
import { contractCalendarText } from "./contract-calendar-text";
import { courseText } from "./course-text";
import { dataExportColumnText } from "./data-export-column-text";
import { dataExportMentionText } from "./data-export-mention-text";
import { dataExportText } from "./data-export-text";
import { deliveryText } from "./delivery-text";
import { deviceLabelText } from "./device-label-text";
import { deviceText } from "./device-text";
import { disclosureText } from "./disclosure-text";
import { findingText } from "./finding-text";
import { glanceText } from "./glance-text";
import { governanceText } from "./governance-text";
import { historyText } from "./history-text";
import { homeText } from "./home-text";
import { importText } from "./import-text";
import { inventoryText } from "./inventory-text";
import { kitText } from "./kit-text";
import { licenceMoneyText } from "./licence-money-text";
import { licenceReviewText } from "./licence-review-text";
import { licenceText } from "./licence-text";
import { myLicenceText } from "./my-licence-text";
import { myTrainingText } from "./my-training-text";
import { noteText } from "./note-text";
import { personText } from "./person-text";
import { recurrenceText } from "./recurrence-text";
import { refusalText } from "./refusal-text";
import { renewalCareText } from "./renewal-care-text";
import { reportText } from "./report-text";
import { type Resources, resourcesOf } from "./resources";
import { rolloutStepText } from "./rollout-step-text";
import { rolloutText } from "./rollout-text";
import { searchText } from "./search-text";
import { sendingHoldText } from "./sending-hold-text";
import { sendingText } from "./sending-text";
import { settingText } from "./setting-text";
import { shellText } from "./shell-text";
import { stockTakeText } from "./stock-take-text";
import { surveyPageText } from "./survey-page-text";
import { surveyText } from "./survey-text";
import { syncText } from "./sync-text";
import { teamText } from "./team-text";
import { vendorChangeText } from "./vendor-change-text";

/** Every string that a person reads, in tab, cards, bot and refusals, by feature. */
export const features = {
  common: commonText,
  home: homeText,
  shell: shellText,
  application: applicationText,
  contractCalendar: contractCalendarText,
  bulk: bulkText,
  device: deviceText,
  deviceLabel: deviceLabelText,
  inventory: inventoryText,
  history: historyText,
  search: searchText,
  team: teamText,
  note: noteText,
  renewalCare: renewalCareText,
  person: personText,
  import: importText,
  report: reportText,
  kit: kitText,
  licence: licenceText,
  licenceMoney: licenceMoneyText,
  licenceReview: licenceReviewText,
  myLicence: myLicenceText,
  myTraining: myTrainingText,
  checkIn: checkInText,
  checkInForm: checkInFormText,
  delivery: deliveryText,
  sendingHold: sendingHoldText,
  recurrence: recurrenceText,
  rolloutStep: rolloutStepText,
  sending: sendingText,
  stockTake: stockTakeText,
  finding: findingText,
  rollout: rolloutText,
  attendance: attendanceText,
  attendanceAsked: attendanceAskedText,
  vendorChange: vendorChangeText,
  survey: surveyText,
  confidence: confidenceText,
  course: courseText,
  surveyPage: surveyPageText,
  bot: botText,
  compose: composeText,
  contact: contactText,
  dataExport: dataExportText,
  dataExportColumn: dataExportColumnText,
  dataExportMention: dataExportMentionText,
  disclosure: disclosureText,
  glance: glanceText,
  governance: governanceText,
  setting: settingText,
  sync: syncText,
  refusal: refusalText,
} as const;

type Features = typeof features;
export type TextKey = { [F in keyof Features]: `${F}.${KeysOf<Features[F]>}` }[keyof Features];
export type TextParams = Readonly<Record<string, string | number>>;

/** Looks a text up; `count` among the parameters chooses the plural form. */
export type Translate = (language: Language, key: TextKey, params?: TextParams) => string;

export function resources(): Resources {
  return resourcesOf(features);
}
