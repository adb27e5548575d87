/** What is wrong with how often a check-in is asked, or with stopping it; part of `refusal-text.ts`. */
export const checkInRefusals = {
  en: {
    "step-needs-wave": "A rollout step is asked of the people of one wave. Choose the wave as the audience.",
    "check-in-cancelled": "Sending was stopped for good. Make a new check-in for those who were not asked.",
    "recurrence-invalid":
      "It cannot be asked that often or that seldom. Choose 1 to 104 weeks, or 1 to 24 months.",
    "recurrence-overlaps":
      "It would be asked again before it closes. Close it earlier, or leave more time between.",
    "series-ended": "This is not asked again anyway: the series has ended, or a later run carries it on.",
  },
  cy: {
    "step-needs-wave": "Gofynnir am gam cyflwyno i bobl un don. Dewiswch y don fel y gynulleidfa.",
    "check-in-cancelled":
      "Stopiwyd yr anfon am byth. Gwnewch holiad newydd ar gyfer y rhai na chawsant eu holi.",
    "recurrence-invalid":
      "Ni ellir ei ofyn mor aml neu mor anaml â hynny. Dewiswch 1 i 104 wythnos, neu 1 i 24 mis.",
    "recurrence-overlaps":
      "Byddai'n cael ei ofyn eto cyn iddo gau. Caewch ef yn gynharach, neu gadewch fwy o amser rhyngddynt.",
    "series-ended":
      "Nid yw hwn yn cael ei ofyn eto beth bynnag: mae'r gyfres wedi dod i ben, neu mae tro diweddarach yn ei chario ymlaen.",
  },
} as const;
