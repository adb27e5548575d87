import { applicationText } from "../../src/contracts/text/application-text";
import { contractCalendarText } from "../../src/contracts/text/contract-calendar-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const applicationWords = {
  application: applicationText,
  contractCalendar: contractCalendarText,
  history: historyText,
  inventory: inventoryText,
};
