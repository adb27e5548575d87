import { bilingual } from "./bilingual";

/** Words that several screens and cards share. */
export const commonText = bilingual(
  {
    appName: "Toolroll",
    save: "Save",
    cancel: "Cancel",
    close: "Close",
    retry: "Try again",
    loading: "Loading",
    nobody: "Nobody",
    none: "None",
    unknown: "Unknown",
    today: "Today",
  },
  {
    appName: "Toolroll",
    save: "Cadw",
    cancel: "Canslo",
    close: "Cau",
    retry: "Ceisio eto",
    loading: "Wrthi'n llwytho",
    nobody: "Neb",
    none: "Dim",
    unknown: "Anhysbys",
    today: "Heddiw",
  },
);
