import { deviceText } from "../../src/contracts/text/device-text";
import { glanceText } from "../../src/contracts/text/glance-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";

export const glanceWords = { device: deviceText, glance: glanceText, inventory: inventoryText };
