/** What a person reads when a survey does not let them; part of `refusal-text.ts`. */
export const surveyRefusals = {
  en: {
    "survey-audience-unfit": "A survey asks everybody or whole teams. Choose one of these.",
    "survey-minimum-low": "The smallest group can only be raised. Choose {{least}} or more.",
    "survey-not-draft": "This survey has been opened. Only the day it closes can still be moved.",
    "survey-not-open": "This survey is not open.",
    "survey-closed":
      "This survey has closed. Nothing was changed, and answers can no longer be linked to the people who gave them.",
    "survey-not-yours": "No survey that is open now asks you this. Nothing was changed.",
    "survey-unknown": "There is no such survey. Choose one that is there.",
    "survey-asked-already": "A check-in is there that will ask this survey. Launch that one.",
    "survey-audience-differs":
      "The survey asks other people. Give the check-in the audience of the survey, or change it there.",
    "survey-decides":
      "Whom this check-in asks and until when stands in its survey, and it reminds nobody. Change the survey.",
    "survey-reminds-nobody":
      "A survey reminds nobody, because who has answered is not known. Leave out the reminders.",
    "survey-run-last":
      "Its programme repeats this survey. Stop the programme, or open the survey and close it.",
    "pulse-items-many": "A pulse asks {{most}} statements at most. Take some out, or make it a survey.",
    "survey-repeats-already": "This survey repeats already. Change its programme instead.",
    "programme-days-open": "Each run is open from {{least}} to {{most}} days.",
    "programme-too-soon":
      "The next run would come too soon after the last one. Choose {{day}} or a later day.",
  },
  cy: {
    "survey-audience-unfit": "Mae arolwg yn gofyn i bawb neu i dimau cyfan. Dewiswch un o'r rhain.",
    "survey-minimum-low": "Dim ond codi'r grŵp lleiaf sy'n bosibl. Dewiswch {{least}} neu fwy.",
    "survey-not-draft": "Mae'r arolwg hwn wedi'i agor. Dim ond y diwrnod cau y gellir ei symud bellach.",
    "survey-not-open": "Nid yw'r arolwg hwn ar agor.",
    "survey-closed":
      "Mae'r arolwg hwn wedi cau. Nid oes dim wedi'i newid, ac ni ellir cysylltu atebion â'r bobl a'u rhoddodd mwyach.",
    "survey-not-yours": "Nid oes arolwg agored yn gofyn hyn i chi. Nid oes dim wedi'i newid.",
    "survey-unknown": "Nid oes arolwg o'r fath. Dewiswch un sydd yno.",
    "survey-asked-already": "Mae holiad yno eisoes a fydd yn gofyn yr arolwg hwn. Lansiwch hwnnw.",
    "survey-audience-differs":
      "Mae'r arolwg yn gofyn i bobl eraill. Rhowch gynulleidfa'r arolwg i'r holiad, neu ei newid yno.",
    "survey-decides":
      "Yn yr arolwg y mae i bwy mae'r holiad hwn yn gofyn a than bryd, ac nid yw'n atgoffa neb. Newidiwch yr arolwg.",
    "survey-reminds-nobody":
      "Nid yw arolwg yn atgoffa neb, am na wyddys pwy sydd wedi ateb. Gadewch yr atgoffau allan.",
    "survey-run-last":
      "Mae ei gyfres yn ailadrodd yr arolwg hwn. Stopiwch y gyfres, neu agorwch yr arolwg a'i gau.",
    "pulse-items-many":
      "Mae arolwg pwls yn gofyn {{most}} gosodiad ar y mwyaf. Tynnwch rai allan, neu gwnewch arolwg llawn ohono.",
    "survey-repeats-already": "Mae'r arolwg hwn yn ailadrodd eisoes. Newidiwch ei gyfres yn lle hynny.",
    "programme-days-open": "Mae pob rownd ar agor am {{least}} i {{most}} diwrnod.",
    "programme-too-soon":
      "Byddai'r rownd nesaf yn rhy fuan ar ôl yr un diwethaf. Dewiswch {{day}} neu ddiwrnod diweddarach.",
  },
} as const;
