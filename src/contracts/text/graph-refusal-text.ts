/** Why something about the sync with Microsoft Graph was refused. */
export const graphRefusals = {
  en: {
    "graph-not-set-up":
      "No app registration is set up for Microsoft Graph. Ask whoever runs Toolroll, or import people and licences instead.",
    "sync-running": "A sync is under way. Wait until it has ended.",
    "sync-superseded": "This sync waits for nothing any more: a later one has taken its place.",
  },
  cy: {
    "graph-not-set-up":
      "Nid oes cofrestriad ap wedi'i osod ar gyfer Microsoft Graph. Gofynnwch i bwy bynnag sy'n rhedeg Toolroll, neu mewnforiwch bobl a thrwyddedau yn lle hynny.",
    "sync-running": "Mae cydamseriad ar waith. Arhoswch nes iddo orffen.",
    "sync-superseded":
      "Nid yw'r cydamseriad hwn yn aros am ddim bellach: mae un diweddarach wedi cymryd ei le.",
  },
};
