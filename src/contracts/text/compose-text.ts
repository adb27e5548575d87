import { bilingual } from "./bilingual";

/** The search from the compose box, and what is shared from it. */
export const composeText = bilingual(
  {
    nothing: "Nothing that you may see holds this text.",
    unknown: "I do not know this search. Close the box and open it again.",
    "kind.device": "Device",
    "kind.application": "Application",
    "kind.person": "Person",
    "kind.team": "Team",
    "kind.contract": "Contract",
    open: "Open in Toolroll",
    note: "Whoever opens it sees what they may see.",
  },
  {
    nothing: "Nid oes dim y cewch ei weld yn cynnwys y testun hwn.",
    unknown: "Nid wyf yn adnabod y chwiliad hwn. Caewch y blwch a'i agor eto.",
    "kind.device": "Dyfais",
    "kind.application": "Rhaglen",
    "kind.person": "Person",
    "kind.team": "Tîm",
    "kind.contract": "Contract",
    open: "Agor yn Toolroll",
    note: "Bydd pwy bynnag sy'n ei agor yn gweld yr hyn y caiff ei weld.",
  },
);
