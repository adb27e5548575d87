import { makeStyles, tokens } from "@fluentui/react-components";

const forced = "@media (forced-colors: active)";

/** How the parts of a contract look, in its row and in the legend alike. */
export const useMarks = makeStyles({
  whole: {
    boxSizing: "border-box",
    height: "14px",
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    [forced]: { backgroundColor: "Canvas", borderTopColor: "CanvasText", forcedColorAdjust: "none" },
  },
  bound: {
    boxSizing: "border-box",
    height: "14px",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorBrandStroke1} 0 2px, transparent 2px 6px)`,
    [forced]: {
      backgroundImage: "repeating-linear-gradient(135deg, CanvasText 0 2px, Canvas 2px 6px)",
      forcedColorAdjust: "none",
    },
  },
  notice: {
    boxSizing: "border-box",
    width: "12px",
    height: "12px",
    transform: "translate(-50%, 0) rotate(45deg)",
    backgroundColor: tokens.colorNeutralForeground1,
    border: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralBackground1}`,
    [forced]: { backgroundColor: "CanvasText", forcedColorAdjust: "none" },
  },
  today: {
    width: 0,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorStatusDangerForeground1}`,
    [forced]: { borderLeftColor: "Highlight", forcedColorAdjust: "none" },
  },
});
