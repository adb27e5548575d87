/** Control characters that no text file has: what holds one is taken for something else than text. Tabs and line ends are fine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what this is for
export const controlCharacter = /[\u0000-\u0008\u000E-\u0019\u001B-\u001F\u0081\u008D\u008F\u0090\u009D]/;
