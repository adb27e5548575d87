import { deviceText } from "../../src/contracts/text/device-text";
import { importText } from "../../src/contracts/text/import-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const inventoryWords = { device: deviceText, inventory: inventoryText, import: importText };
