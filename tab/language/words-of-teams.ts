import { deviceText } from "../../src/contracts/text/device-text";
import { historyText } from "../../src/contracts/text/history-text";
import { personText } from "../../src/contracts/text/person-text";
import { teamText } from "../../src/contracts/text/team-text";

export const teamWords = { device: deviceText, history: historyText, person: personText, team: teamText };
