import { bilingual } from "./bilingual";

/** Why a message to somebody was not sent, or waits. */
export const deliveryText = bilingual(
  {
    "reason.not-installed": "Toolroll is not installed for them in Teams",
    "reason.bot-removed": "They removed Toolroll",
    "reason.blocked-by-person": "They blocked Toolroll",
    "reason.disabled-by-admin": "An administrator switched Toolroll off for them",
    "reason.writes-blocked": "Teams does not allow messages to them",
    "reason.conversation-gone": "Their conversation with Toolroll is gone",
    "reason.refused": "Teams refused the message",
    "reason.left": "They have left",
    "reason.closed": "The check-in closed first",
    "reason.outside-hours": "Waits for working hours",
    "reason.opted-out": "They want no messages about this",
    "reason.message-budget": "They have had as many messages as they may",
    "reason.snoozed": "They put it off",
    "reason.reminder": "A reminder is on its way",
    "reason.restored": "Left unsent after a back-up was restored",
  },
  {
    "reason.not-installed": "Nid yw Toolroll wedi'i osod ar eu cyfer yn Teams",
    "reason.bot-removed": "Maent wedi tynnu Toolroll",
    "reason.blocked-by-person": "Maent wedi rhwystro Toolroll",
    "reason.disabled-by-admin": "Mae gweinyddwr wedi diffodd Toolroll ar eu cyfer",
    "reason.writes-blocked": "Nid yw Teams yn caniatáu negeseuon atynt",
    "reason.conversation-gone": "Mae eu sgwrs â Toolroll wedi mynd",
    "reason.refused": "Gwrthododd Teams y neges",
    "reason.left": "Maent wedi gadael",
    "reason.closed": "Caeodd yr holiad yn gyntaf",
    "reason.outside-hours": "Yn aros am oriau gwaith",
    "reason.opted-out": "Nid ydynt am gael negeseuon am hyn",
    "reason.message-budget": "Maent wedi cael cynifer o negeseuon ag y cânt",
    "reason.snoozed": "Maent wedi gohirio'r peth",
    "reason.reminder": "Mae nodyn atgoffa ar ei ffordd",
    "reason.restored": "Gadawyd heb ei hanfon ar ôl adfer copi wrth gefn",
  },
);
