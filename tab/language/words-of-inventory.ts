import { bulkText } from "../../src/contracts/text/bulk-text";
import { deviceText } from "../../src/contracts/text/device-text";
import { glanceText } from "../../src/contracts/text/glance-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { reportText } from "../../src/contracts/text/report-text";

export const inventoryWords = {
  bulk: bulkText,
  device: deviceText,
  glance: glanceText,
  history: historyText,
  inventory: inventoryText,
  report: reportText,
};
