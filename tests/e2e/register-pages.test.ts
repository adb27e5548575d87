import { checkPages } from "./page-checks";
import { registerStates } from "./page-states";

checkPages(registerStates);
