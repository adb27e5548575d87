import { deviceText } from "../../src/contracts/text/device-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { reportText } from "../../src/contracts/text/report-text";

export const reportWords = {
  device: deviceText,
  inventory: inventoryText,
  report: reportText,
};
