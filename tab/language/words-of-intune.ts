import { deviceText } from "../../src/contracts/text/device-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { syncText } from "../../src/contracts/text/sync-text";

export const intuneWords = {
  device: deviceText,
  history: historyText,
  inventory: inventoryText,
  sync: syncText,
};
