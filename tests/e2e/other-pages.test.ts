import { checkPages } from "./page-checks";
import { otherStates } from "./page-states";

checkPages(otherStates);
