import { bilingual } from "./bilingual";

/** Why a message to somebody was not sent, or waits, and what can be done about it. */
export const deliveryText = bilingual(
  {
    "reason.not-installed": "Toolroll is not installed for them in Teams",
    "reason.bot-removed": "They removed Toolroll",
    "reason.blocked-by-person": "They blocked Toolroll, or told it to stop",
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
    "reason.installing": "Toolroll is being installed for them in Teams",
    "reason.install-refused": "Teams did not let Toolroll be installed for them: a policy of Teams decides",
    "reason.cancelled": "Sending was stopped before their turn",
    "todo.not-installed":
      "Install it for them in the Teams admin centre, or ask them to add it. Their message then goes by itself.",
    "todo.bot-removed": "Ask them to add it again in Teams. Their message then goes by itself.",
    "todo.blocked-by-person":
      "It is their decision. They can answer on My kit; typing start lets messages through again.",
    "todo.disabled-by-admin": "Allow Toolroll for them in the Teams admin centre, then try again.",
    "todo.writes-blocked": "See in the Teams admin centre whether they may chat, then try again.",
    "todo.conversation-gone":
      "Ask them to write anything to Toolroll, or to add it again. Their message then goes by itself.",
    "todo.refused": "Try again. If it stays so, the server's log has Teams' answer.",
    "todo.left": "Nothing to do. If they are still here, correct the directory.",
    "todo.closed": "Nothing to do. A new check-in can ask them.",
    "todo.outside-hours": "Nothing to do: it goes in working hours, or in hours of their own.",
    "todo.opted-out": "It is their decision. They can answer on My kit.",
    "todo.message-budget":
      "Nothing to do: it goes once there is room, if that is before it closes. Administrators set how many there may be.",
    "todo.snoozed": "Nothing to do: they are asked again when they wanted.",
    "todo.reminder": "Nothing to do: it goes at the next good time.",
    "todo.restored": "Try again for those who should still be asked.",
    "todo.installing": "Nothing to do: their message goes once it is installed.",
    "todo.install-refused": "Ask whoever looks after Teams to allow Toolroll for them, then try again.",
    "todo.cancelled": "Nothing to do. A new check-in can ask them.",
  },
  {
    "reason.not-installed": "Nid yw Toolroll wedi'i osod ar eu cyfer yn Teams",
    "reason.bot-removed": "Maent wedi tynnu Toolroll",
    "reason.blocked-by-person": "Maent wedi rhwystro Toolroll, neu wedi dweud wrtho am stopio",
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
    "reason.installing": "Mae Toolroll yn cael ei osod ar eu cyfer yn Teams",
    "reason.install-refused":
      "Ni adawodd Teams i Toolroll gael ei osod ar eu cyfer: polisi Teams sy'n penderfynu",
    "reason.cancelled": "Stopiwyd yr anfon cyn eu tro nhw",
    "todo.not-installed":
      "Gosodwch ef ar eu cyfer yng nghanolfan weinyddu Teams, neu gofynnwch iddynt ei ychwanegu. Yna mae eu neges yn mynd ohoni'i hun.",
    "todo.bot-removed": "Gofynnwch iddynt ei ychwanegu eto yn Teams. Yna mae eu neges yn mynd ohoni'i hun.",
    "todo.blocked-by-person":
      "Eu penderfyniad nhw ydyw. Gallant ateb ar Fy offer; mae teipio dechrau yn gadael negeseuon drwodd eto.",
    "todo.disabled-by-admin":
      "Caniatewch Toolroll ar eu cyfer yng nghanolfan weinyddu Teams, yna ceisiwch eto.",
    "todo.writes-blocked": "Gwiriwch yng nghanolfan weinyddu Teams a gânt sgwrsio, yna ceisiwch eto.",
    "todo.conversation-gone":
      "Gofynnwch iddynt ysgrifennu unrhyw beth at Toolroll, neu ei ychwanegu eto. Yna mae eu neges yn mynd ohoni'i hun.",
    "todo.refused": "Ceisiwch eto. Os yw'n parhau felly, mae ateb Teams yng nghofnod y gweinydd.",
    "todo.left": "Dim i'w wneud. Os ydynt yma o hyd, cywirwch y cyfeiriadur.",
    "todo.closed": "Dim i'w wneud. Gall holiad newydd eu holi.",
    "todo.outside-hours": "Dim i'w wneud: mae'n mynd yn ystod oriau gwaith, neu yn eu horiau eu hunain.",
    "todo.opted-out": "Eu penderfyniad nhw ydyw. Gallant ateb ar Fy offer.",
    "todo.message-budget":
      "Dim i'w wneud: mae'n mynd pan fydd lle, os yw hynny cyn iddo gau. Gweinyddwyr sy'n pennu faint a gaiff fod.",
    "todo.snoozed": "Dim i'w wneud: cânt eu holi eto pan oeddent am hynny.",
    "todo.reminder": "Dim i'w wneud: mae'n mynd ar yr adeg dda nesaf.",
    "todo.restored": "Ceisiwch eto ar gyfer y rhai y dylid eu holi o hyd.",
    "todo.installing": "Dim i'w wneud: mae eu neges yn mynd ar ôl ei osod.",
    "todo.install-refused":
      "Gofynnwch i bwy bynnag sy'n gofalu am Teams ganiatáu Toolroll ar eu cyfer, yna ceisiwch eto.",
    "todo.cancelled": "Dim i'w wneud. Gall holiad newydd eu holi.",
  },
);
