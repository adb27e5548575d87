import type { BankItem } from "./item";

/** The items that ship with the product, written for it. A council may change the words of its copy, never those of an open survey. */
export const itemBank: readonly BankItem[] = [
  {
    id: "reach-people",
    kind: "skill",
    area: "communicating",
    text: {
      en: "I can choose the right way to reach colleagues and residents online.",
      cy: "Gallaf ddewis y ffordd iawn o gysylltu â chydweithwyr a thrigolion ar-lein.",
    },
  },
  {
    id: "shared-document",
    kind: "skill",
    area: "communicating",
    text: {
      en: "I can work with others in one shared document at the same time.",
      cy: "Gallaf weithio gydag eraill ar yr un pryd mewn un ddogfen a rennir.",
    },
  },
  {
    id: "find-files",
    kind: "skill",
    area: "handling-information",
    text: {
      en: "I can find a file again that my team or I saved.",
      cy: "Gallaf ddod o hyd eto i ffeil a gadwyd gan fy nhîm neu gennyf i.",
    },
  },
  {
    id: "work-forms",
    kind: "skill",
    area: "transacting",
    text: {
      en: "I can fill in and send the forms of my work online.",
      cy: "Gallaf lenwi ac anfon ffurflenni fy ngwaith ar-lein.",
    },
  },
  {
    id: "find-out-how",
    kind: "skill",
    area: "problem-solving",
    text: {
      en: "I can find out online how to do something with a tool I use.",
      cy: "Gallaf ganfod ar-lein sut i wneud rhywbeth gydag offeryn rwy’n ei ddefnyddio.",
    },
  },
  {
    id: "first-remedy",
    kind: "skill",
    area: "problem-solving",
    text: {
      en: "I can try a first remedy when something does not work.",
      cy: "Gallaf roi cynnig ar ateb cyntaf pan nad yw rhywbeth yn gweithio.",
    },
  },
  {
    id: "spot-tricks",
    kind: "skill",
    area: "safe-and-legal",
    text: {
      en: "I can recognise a message that tries to trick me, and report it.",
      cy: "Gallaf adnabod neges sy’n ceisio fy nhwyllo, a rhoi gwybod amdani.",
    },
  },
  {
    id: "personal-data",
    kind: "skill",
    area: "safe-and-legal",
    text: {
      en: "I can handle personal data in my tools as the law asks.",
      cy: "Gallaf drin data personol yn fy offer fel y mae’r gyfraith yn gofyn.",
    },
  },
  {
    id: "everyday-work",
    kind: "application",
    text: {
      en: "I can do my everyday work in {application}.",
      cy: "Gallaf wneud fy ngwaith bob dydd yn {application}.",
    },
  },
  {
    id: "put-right",
    kind: "application",
    text: {
      en: "I can put right a mistake in {application}.",
      cy: "Gallaf gywiro camgymeriad yn {application}.",
    },
  },
  {
    id: "know-help",
    kind: "application",
    text: {
      en: "I know where to get help with {application}.",
      cy: "Rwy’n gwybod ble i gael help gyda {application}.",
    },
  },
  {
    id: "heard-already",
    kind: "culture",
    theme: "customer-focused",
    text: {
      en: "I can see in our tools what a resident has already told us.",
      cy: "Gallaf weld yn ein hoffer beth mae preswylydd eisoes wedi’i ddweud wrthym.",
    },
  },
  {
    id: "change-for-residents",
    kind: "culture",
    theme: "customer-focused",
    text: {
      en: "We can change how we work when residents tell us it does not suit them.",
      cy: "Gallwn newid ein ffordd o weithio pan fydd trigolion yn dweud wrthym nad yw’n addas iddynt.",
    },
  },
  {
    id: "worth-the-money",
    kind: "culture",
    theme: "commercial",
    text: {
      en: "I can tell whether the tools we pay for are worth the money.",
      cy: "Gallaf ddweud a yw’r offer rydym yn talu amdanynt yn werth yr arian.",
    },
  },
  {
    id: "wherever",
    kind: "culture",
    theme: "flexible",
    text: {
      en: "I can do my work equally well wherever I work.",
      cy: "Gallaf wneud fy ngwaith yr un mor dda lle bynnag y byddaf yn gweithio.",
    },
  },
  {
    id: "new-tool",
    kind: "culture",
    theme: "flexible",
    text: {
      en: "I can start using a new tool without falling behind.",
      cy: "Gallaf ddechrau defnyddio offeryn newydd heb fynd ar ei hôl hi.",
    },
  },
];
