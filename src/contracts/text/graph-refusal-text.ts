import { microsoftRefusals } from "./microsoft-refusal-text";

/** Why something about Microsoft Graph was refused: the sync with it, and what is asked in a person's name. */
export const graphRefusals = {
  en: {
    "graph-not-set-up":
      "No app registration is set up for Microsoft Graph. Ask whoever runs Toolroll, or import people and licences instead.",
    "sync-running": "A sync is under way. Wait until it has ended.",
    "sync-superseded": "This sync waits for nothing any more: a later one has taken its place.",
    "home-groups-missing": "Choose at least one group, or another way to find home teams.",
    "home-group-unknown": "A group that you chose is not in Microsoft 365 any more. Choose again.",
    "sighting-settled": "Nothing waits to be decided here any more. Load the list again.",
    "sighting-not-chosen": "Choose one of the devices that it could be.",
    ...microsoftRefusals.en,
  },
  cy: {
    "graph-not-set-up":
      "Nid oes cofrestriad ap wedi'i osod ar gyfer Microsoft Graph. Gofynnwch i bwy bynnag sy'n rhedeg Toolroll, neu mewnforiwch bobl a thrwyddedau yn lle hynny.",
    "sync-running": "Mae cydamseriad ar waith. Arhoswch nes iddo orffen.",
    "sync-superseded":
      "Nid yw'r cydamseriad hwn yn aros am ddim bellach: mae un diweddarach wedi cymryd ei le.",
    "home-groups-missing": "Dewiswch o leiaf un grŵp, neu ffordd arall o gael timau cartref.",
    "home-group-unknown": "Nid yw un o'r grwpiau a ddewisoch chi yn Microsoft 365 bellach. Dewiswch eto.",
    "sighting-settled": "Nid oes dim yn aros am benderfyniad yma bellach. Llwythwch y rhestr eto.",
    "sighting-not-chosen": "Dewiswch un o'r dyfeisiau y gallai fod.",
    ...microsoftRefusals.cy,
  },
};
