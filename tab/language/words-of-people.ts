import { inventoryText } from "../../src/contracts/text/inventory-text";
import { personText } from "../../src/contracts/text/person-text";

export const peopleWords = { inventory: inventoryText, person: personText };
