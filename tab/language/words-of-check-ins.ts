import { checkInText } from "../../src/contracts/text/check-in-text";
import { deliveryText } from "../../src/contracts/text/delivery-text";
import { deviceText } from "../../src/contracts/text/device-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const checkInWords = {
  checkIn: checkInText,
  delivery: deliveryText,
  device: deviceText,
  inventory: inventoryText,
};
