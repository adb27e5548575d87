/** Why Microsoft 365 told a person nothing in their own name; part of `graph-refusal-text.ts`. */
export const microsoftRefusals = {
  en: {
    "microsoft-consent-missing":
      "Microsoft 365 wants your agreement once before it answers Toolroll in your name. Give it on the page My kit, in Teams.",
    "microsoft-sign-in-needed":
      "Microsoft 365 wants you to sign in again before it answers Toolroll in your name. Do so on the page My kit, in Teams.",
    "microsoft-refused": "Microsoft 365 does not answer Toolroll in your name. Ask IT.",
    "microsoft-set-up-wrong":
      "Microsoft 365 does not accept Toolroll itself; nothing is wrong on your side. Tell IT.",
    "microsoft-unavailable": "Microsoft 365 does not answer just now. Try again in {{seconds}} seconds.",
    "microsoft-not-asked":
      "Here Toolroll asks Microsoft 365 nothing in your name: that takes signing in with Entra ID.",
  },
  cy: {
    "microsoft-consent-missing":
      "Mae Microsoft 365 am gael eich cytundeb unwaith cyn ateb Toolroll yn eich enw chi. Rhowch ef ar y dudalen Fy offer, yn Teams.",
    "microsoft-sign-in-needed":
      "Mae Microsoft 365 am i chi fewngofnodi eto cyn ateb Toolroll yn eich enw chi. Gwnewch hynny ar y dudalen Fy offer, yn Teams.",
    "microsoft-refused": "Nid yw Microsoft 365 yn ateb Toolroll yn eich enw chi. Gofynnwch i TG.",
    "microsoft-set-up-wrong":
      "Nid yw Microsoft 365 yn derbyn Toolroll ei hun; nid oes dim o'i le ar eich ochr chi. Rhowch wybod i TG.",
    "microsoft-unavailable":
      "Nid yw Microsoft 365 yn ateb ar hyn o bryd. Rhowch gynnig arall arni ymhen {{seconds}} eiliad.",
    "microsoft-not-asked":
      "Nid yw Toolroll yn gofyn dim i Microsoft 365 yn eich enw chi yma: rhaid mewngofnodi ag Entra ID i wneud hynny.",
  },
} as const;
