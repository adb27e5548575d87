import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { narrow } from "./theme";

/** How a list of records looks, one card each, all of which opens what its name leads to; columns are each list's own. */
export const useCardList = makeStyles({
  list: {
    display: "grid",
    gap: tokens.spacingVerticalS,
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyle: "none",
  },
  item: {
    position: "relative",
    display: "grid",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    // Not the tokens for hovering: in high contrast they would swallow the words.
    ":hover": { backgroundColor: tokens.colorNeutralBackground2 },
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr) auto", gap: tokens.spacingHorizontalM },
  },
  words: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  /** A link or a button. */
  open: {
    ...typographyStyles.subtitle2,
    padding: 0,
    border: "none",
    background: "none",
    textAlign: "start",
    cursor: "pointer",
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    overflowWrap: "anywhere",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: "none" },
    "::after": { content: '""', position: "absolute", inset: 0, borderRadius: tokens.borderRadiusLarge },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  /** Goes under the others on a phone. */
  share: { display: "grid", gap: tokens.spacingVerticalXS, [narrow]: { gridColumn: "1 / -1" } },
});
