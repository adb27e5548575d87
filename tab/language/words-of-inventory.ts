import { deviceText } from "../../src/contracts/text/device-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const inventoryWords = { device: deviceText, inventory: inventoryText };
