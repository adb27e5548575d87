import { bilingual } from "./bilingual";

/** What the sync with Microsoft 365 brings beside licences: what permissions unlock, home teams, and devices of Intune. */
export const syncText = bilingual(
  {
    "gain.people": "who is here",
    "gain.home-teams-by-department": "home teams by department",
    "gain.licence-holders": "who holds which licence",
    "gain.last-sign-ins": "when people last signed in, so that seats not used are known",
    "gain.group-names": "groups by name, also of licences that come through one",
    "gain.home-teams-by-group": "home teams by group",
    "gain.team-owners": "owners of groups as managers of teams",
    "gain.licence-seats": "seats that were bought and assigned",
    "gain.subscription-changes": "when subscriptions change, and which are trials",
    "gain.service-use": "when each service was last used",
    "gain.devices-of-intune": "devices from Intune: model, system, holder and when they were last seen",
    "gain.devices-last-seen": "when Entra ID last saw each device",
  },
  {
    "gain.people": "pwy sydd yma",
    "gain.home-teams-by-department": "timau cartref fesul adran",
    "gain.licence-holders": "pwy sy'n dal pa drwydded",
    "gain.last-sign-ins": "pryd y mewngofnododd pobl ddiwethaf, fel y gwyddys pa seddi nas defnyddir",
    "gain.group-names": "grwpiau wrth eu henwau, gan gynnwys trwyddedau a ddaw drwy un",
    "gain.home-teams-by-group": "timau cartref fesul grŵp",
    "gain.team-owners": "perchnogion grwpiau yn rheolwyr timau",
    "gain.licence-seats": "seddi a brynwyd ac a aseiniwyd",
    "gain.subscription-changes": "pryd mae tanysgrifiadau'n newid, a pha rai sy'n dreialon",
    "gain.service-use": "pryd y defnyddiwyd pob gwasanaeth ddiwethaf",
    "gain.devices-of-intune": "dyfeisiau o Intune: model, system, deiliad a phryd y'u gwelwyd ddiwethaf",
    "gain.devices-last-seen": "pryd y gwelodd Entra ID bob dyfais ddiwethaf",
  },
);
