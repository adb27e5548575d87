import { inventoryText } from "../../src/contracts/text/inventory-text";
import { licenceText } from "../../src/contracts/text/licence-text";
import { personText } from "../../src/contracts/text/person-text";
import { syncText } from "../../src/contracts/text/sync-text";

export const licenceWords = {
  inventory: inventoryText,
  licence: licenceText,
  person: personText,
  sync: syncText,
};
