import { governanceText } from "../../src/contracts/text/governance-text";
import { historyText } from "../../src/contracts/text/history-text";

export const governanceWords = { governance: governanceText, history: historyText };
