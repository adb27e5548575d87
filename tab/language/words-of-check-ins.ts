import { checkInFormText } from "../../src/contracts/text/check-in-form-text";
import { checkInText } from "../../src/contracts/text/check-in-text";
import { deliveryText } from "../../src/contracts/text/delivery-text";
import { deviceText } from "../../src/contracts/text/device-text";
import { inventoryText } from "../../src/contracts/text/inventory-text";
import { licenceReviewText } from "../../src/contracts/text/licence-review-text";
import { licenceText } from "../../src/contracts/text/licence-text";
import { personText } from "../../src/contracts/text/person-text";
import { recurrenceText } from "../../src/contracts/text/recurrence-text";
import { sendingHoldText } from "../../src/contracts/text/sending-hold-text";
import { sendingText } from "../../src/contracts/text/sending-text";

export const checkInWords = {
  checkIn: checkInText,
  checkInForm: checkInFormText,
  delivery: deliveryText,
  device: deviceText,
  inventory: inventoryText,
  licence: licenceText,
  licenceReview: licenceReviewText,
  person: personText,
  recurrence: recurrenceText,
  sending: sendingText,
  sendingHold: sendingHoldText,
};
