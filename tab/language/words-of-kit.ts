import { deviceText } from "../../src/contracts/text/device-text";
import { kitText } from "../../src/contracts/text/kit-text";

export const kitWords = { device: deviceText, kit: kitText };
