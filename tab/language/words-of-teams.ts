import { deviceText } from "../../src/contracts/text/device-text";
import { historyText } from "../../src/contracts/text/history-text";
import { teamText } from "../../src/contracts/text/team-text";

export const teamWords = { device: deviceText, history: historyText, team: teamText };
