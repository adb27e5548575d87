import { useEffect, useState } from "react";
import type { Host, HostTheme } from "./host";

const dark = "(prefers-color-scheme: dark)";
const forced = "(forced-colors: active)";

/** The host's theme as it changes; in a plain browser what the system prefers. */
export function useTheme(host: Host | null): HostTheme {
  const [theme, setTheme] = useState<HostTheme>(() => host?.theme ?? preferredTheme());
  useEffect(() => {
    if (host !== null) {
      setTheme(host.theme);
      host.onTheme(setTheme);
      return;
    }
    const queries = [window.matchMedia(dark), window.matchMedia(forced)];
    const follow = () => setTheme(preferredTheme());
    for (const query of queries) query.addEventListener("change", follow);
    return () => {
      for (const query of queries) query.removeEventListener("change", follow);
    };
  }, [host]);
  return theme;
}

export function preferredTheme(): HostTheme {
  if (window.matchMedia(forced).matches) return "contrast";
  return window.matchMedia(dark).matches ? "dark" : "default";
}
