import { checkInText } from "../../src/contracts/text/check-in-text";
import { deviceText } from "../../src/contracts/text/device-text";

export const checkInWords = { checkIn: checkInText, device: deviceText };
