import { findingText } from "../../src/contracts/text/finding-text";
import { homeText } from "../../src/contracts/text/home-text";
import { rolloutText } from "../../src/contracts/text/rollout-text";

export const homeWords = { home: homeText, finding: findingText, rollout: rolloutText };
