/** What is wrong with a step of a rollout; part of `refusal-text.ts`. */
export const rolloutRefusals = {
  en: {
    "wave-ends-before-start": "The wave ends before it starts. Check both dates.",
    "wave-under-way": "This wave has been launched: its people, its ring and its start stay as they are.",
    "wave-finished": "This wave is finished. Nothing was changed.",
    "wave-not-waiting": "This wave does not wait for a decision. Nothing was changed.",
    "wave-not-running": "This wave is not running. Nothing was changed.",
    "wave-not-paused": "This wave is not paused. Nothing was changed.",
    "wave-unknown": "There is no such wave in this rollout.",
    "gate-threshold-unfit": "Some thresholds are not as they should be. See the list and send it again.",
    "gate-twice": "Each measure can be a gate once. Remove one of the two.",
    "decision-needs-second-person":
      "You have said go already. Against a gate that does not pass it takes a second person.",
    "participant-reason-missing": "Say why: somebody is exempt or blocked for a reason.",
    "participant-exempt": "You are exempt from this rollout, so there is nothing to answer.",
    "participant-unknown": "Not everybody named is in this wave. Load it again and repeat your change.",
    "blocker-reason-missing": "Say why this is not a blocker.",
    "attendance-both": "Somebody is named as there and as absent. Choose one of the two.",
  },
  cy: {
    "wave-ends-before-start": "Mae'r don yn gorffen cyn iddi ddechrau. Gwiriwch y ddau ddyddiad.",
    "wave-under-way": "Mae'r don hon wedi'i lansio: mae ei phobl, ei chylch a'i dechrau yn aros fel y maent.",
    "wave-finished": "Mae'r don hon wedi gorffen. Ni newidiwyd dim.",
    "wave-not-waiting": "Nid yw'r don hon yn aros am benderfyniad. Ni newidiwyd dim.",
    "wave-not-running": "Nid yw'r don hon yn rhedeg. Ni newidiwyd dim.",
    "wave-not-paused": "Nid yw'r don hon wedi'i hoedi. Ni newidiwyd dim.",
    "wave-unknown": "Nid oes ton o'r fath yn y cyflwyniad hwn.",
    "gate-threshold-unfit": "Nid yw rhai trothwyon fel y dylent fod. Gweler y rhestr ac anfonwch eto.",
    "gate-twice": "Gall pob mesur fod yn borth unwaith. Dilëwch un o'r ddau.",
    "decision-needs-second-person":
      "Rydych eisoes wedi dweud ewch. Yn erbyn porth nad yw'n pasio mae angen ail berson.",
    "participant-reason-missing": "Dywedwch pam: mae rheswm dros eithrio rhywun neu dros rwystr.",
    "participant-exempt": "Rydych wedi'ch eithrio o'r cyflwyniad hwn, felly nid oes dim i'w ateb.",
    "participant-unknown": "Nid yw pawb a enwir yn y don hon. Llwythwch hi eto ac ailadroddwch eich newid.",
    "blocker-reason-missing": "Dywedwch pam nad yw hyn yn rhwystr.",
    "attendance-both": "Enwir rhywun fel presennol ac fel absennol. Dewiswch un o'r ddau.",
  },
} as const;
