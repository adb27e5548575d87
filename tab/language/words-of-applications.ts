import { applicationText } from "../../src/contracts/text/application-text";
import { contractCalendarText } from "../../src/contracts/text/contract-calendar-text";
import { disclosureText } from "../../src/contracts/text/disclosure-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const applicationWords = {
  application: applicationText,
  contractCalendar: contractCalendarText,
  disclosure: disclosureText,
  history: historyText,
  inventory: inventoryText,
};
