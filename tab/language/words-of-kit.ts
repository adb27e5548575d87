import { deviceText } from "../../src/contracts/text/device-text";
import { kitText } from "../../src/contracts/text/kit-text";
import { reportText } from "../../src/contracts/text/report-text";

export const kitWords = { device: deviceText, kit: kitText, report: reportText };
