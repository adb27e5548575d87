import { searchText } from "../../src/contracts/text/search-text";

export const searchWords = { search: searchText };
