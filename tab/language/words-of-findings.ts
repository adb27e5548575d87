import { findingText } from "../../src/contracts/text/finding-text";

export const findingWords = { finding: findingText };
