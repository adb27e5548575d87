import { bilingual } from "./bilingual";

export const inventoryText = bilingual({}, {});
