import { commonText } from "../../src/contracts/text/common-text";
import { shellText } from "../../src/contracts/text/shell-text";

export const shellWords = { common: commonText, shell: shellText };
