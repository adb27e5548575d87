/** What a person reads when something about a licence does not go; part of `refusal-text.ts`. */
export const licenceRefusals = {
  en: {
    "licence-unknown": "Choose a licence that the council has.",
    "licence-not-reviewed":
      "People are asked only about licences that are paid for, in force and held by people.",
    "price-ends-before-start": "The price ends before it begins. Check both days.",
    "licence-released": "IT has taken this licence back already, so the answer stands.",
    "licence-not-given-back": "This person has not given the licence back.",
  },
  cy: {
    "licence-unknown": "Dewiswch drwydded sydd gan y cyngor.",
    "licence-not-reviewed":
      "Dim ond am drwyddedau y telir amdanynt, sydd mewn grym ac a ddelir gan bobl yr holir pobl.",
    "price-ends-before-start": "Mae'r pris yn dod i ben cyn iddo ddechrau. Gwiriwch y ddau ddiwrnod.",
    "licence-released": "Mae TG eisoes wedi cymryd y drwydded hon yn ôl, felly mae'r ateb yn sefyll.",
    "licence-not-given-back": "Nid yw'r person hwn wedi rhoi'r drwydded yn ôl.",
  },
} as const;
