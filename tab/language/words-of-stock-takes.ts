import { checkInFormText } from "../../src/contracts/text/check-in-form-text";
import { checkInText } from "../../src/contracts/text/check-in-text";
import { deliveryText } from "../../src/contracts/text/delivery-text";
import { deviceText } from "../../src/contracts/text/device-text";
import { historyText } from "../../src/contracts/text/history-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { stockTakeText } from "../../src/contracts/text/stock-take-text";

export const stockTakeWords = {
  stockTake: stockTakeText,
  checkIn: checkInText,
  checkInForm: checkInFormText,
  delivery: deliveryText,
  device: deviceText,
  history: historyText,
  inventory: inventoryText,
};
