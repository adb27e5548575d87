import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from "@fluentui/react-components";
import type { HostTheme } from "../session/host";

export const themes: Readonly<Record<HostTheme, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Between a phone and a desk: a tablet, or Teams beside another window. */
export const middling = "@media (min-width: 601px) and (max-width: 900px)";

/** A desk. */
export const wide = "@media (min-width: 901px)";

/** Below this width the shell stacks: a phone, or a narrow Teams side panel. */
export const narrow = "@media (max-width: 600px)";
