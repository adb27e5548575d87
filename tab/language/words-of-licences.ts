import { deliveryText } from "../../src/contracts/text/delivery-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { licenceMoneyText } from "../../src/contracts/text/licence-money-text";
import { licenceReviewText } from "../../src/contracts/text/licence-review-text";
import { licenceText } from "../../src/contracts/text/licence-text";
import { personText } from "../../src/contracts/text/person-text";
import { renewalCareText } from "../../src/contracts/text/renewal-care-text";
import { syncText } from "../../src/contracts/text/sync-text";

export const licenceWords = {
  inventory: inventoryText,
  licence: licenceText,
  person: personText,
  sync: syncText,
  licenceMoney: licenceMoneyText,
  licenceReview: licenceReviewText,
  renewalCare: renewalCareText,
  delivery: deliveryText,
};
