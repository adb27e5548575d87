/** What is wrong with an application, its contracts, or a decision about a finding; part of `refusal-text.ts`. */
export const applicationRefusals = {
  en: {
    "application-name-empty": "Give the application a name.",
    "application-name-taken": "There is already an application called {{name}}. Choose another name.",
    "application-unknown": "There is no such application.",
    "finding-without-reason": "Say why this is not to be done, so that nobody has to ask again.",
    "findings-under-way":
      "Toolroll is looking through everything already. Wait a moment and load the findings again.",
    "application-has-contracts":
      "This application has contracts ({{count}}). Remove those that were entered by mistake, or set it to retired.",
    "application-has-integrations":
      "Data goes to or from this application (integrations: {{count}}). Remove those first, or set it to retired.",
    "application-replaces-another": "{{name}} is to be replaced by this application. Change that first.",
    "override-without-reason": "Say why: your own assessment needs a reason.",
    "replaced-by-itself": "An application cannot be replaced by itself. Choose another one.",
    "contract-ends-before-start": "The contract ends before it starts. Check both dates.",
    "integration-with-itself": "Choose two different applications.",
    "integration-exists":
      "This integration is recorded already: the same data goes from the one to the other in the same way.",
  },
  cy: {
    "application-name-empty": "Rhowch enw i'r rhaglen.",
    "application-name-taken": "Mae rhaglen o'r enw {{name}} eisoes. Dewiswch enw arall.",
    "finding-without-reason": "Dywedwch pam na ddylid gwneud hyn, fel na fydd rhaid i neb ofyn eto.",
    "findings-under-way":
      "Mae Toolroll wrthi'n edrych drwy bopeth yn barod. Arhoswch funud a llwythwch y canfyddiadau eto.",
    "application-unknown": "Nid oes rhaglen o'r fath.",
    "application-has-contracts":
      "Mae gan y rhaglen hon gontractau ({{count}}). Dilëwch y rhai a roddwyd drwy gamgymeriad, neu nodwch ei bod wedi ymddeol.",
    "application-has-integrations":
      "Mae data'n mynd i'r rhaglen hon neu ohoni (integreiddiadau: {{count}}). Dilëwch y rheini yn gyntaf, neu nodwch ei bod wedi ymddeol.",
    "application-replaces-another": "Mae {{name}} i'w disodli gan y rhaglen hon. Newidiwch hynny yn gyntaf.",
    "override-without-reason": "Dywedwch pam: mae angen rheswm dros eich asesiad eich hun.",
    "replaced-by-itself": "Ni all rhaglen gael ei disodli ganddi ei hun. Dewiswch un arall.",
    "contract-ends-before-start": "Mae'r contract yn dod i ben cyn iddo ddechrau. Gwiriwch y ddau ddyddiad.",
    "integration-with-itself": "Dewiswch ddwy raglen wahanol.",
    "integration-exists":
      "Mae'r integreiddiad hwn wedi'i gofnodi eisoes: mae'r un data'n mynd o'r naill i'r llall yn yr un ffordd.",
  },
} as const;
