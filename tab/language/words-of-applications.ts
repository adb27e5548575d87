import { applicationText } from "../../src/contracts/text/application-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const applicationWords = {
  application: applicationText,
  history: historyText,
  inventory: inventoryText,
};
