import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import type { MeAnswer } from "../../src/contracts/person-contract";
import type { TextKey } from "../../src/contracts/text/catalogue";
import { useText } from "../language/use-text";
import { looksAfterOthers, useMe } from "../session/session";
import { keptSearch } from "./kept-address";
import { middling, narrow, wide } from "./theme";

const useStyles = makeStyles({
  root: {
    minWidth: 0,
    overflowX: "auto",
    scrollbarWidth: "none",
    [middling]: { order: 3, flexBasis: "100%" },
    [narrow]: { order: 3, flexBasis: "100%", margin: `0 calc(-1 * ${tokens.spacingHorizontalS})` },
  },
  /** Beneath the search and the person, where all of them are in sight. */
  many: {
    [wide]: { order: 3, flexBasis: "100%", margin: `0 calc(-1 * ${tokens.spacingHorizontalS})` },
    "& a": { [wide]: { paddingTop: "10px", paddingBottom: "10px" } },
  },
  list: { [wide]: { flexWrap: "wrap" }, display: "flex", margin: 0, padding: 0, listStyle: "none" },
  link: {
    display: "block",
    whiteSpace: "nowrap",
    // So that what an IT manager sees has room beside search and person on a laptop.
    padding: `14px ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    borderBottom: "3px solid transparent",
    ":hover": { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-4px",
      borderRadius: tokens.borderRadiusMedium,
    },
    [narrow]: { padding: `10px ${tokens.spacingHorizontalM}` },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

interface Page {
  readonly to: string;
  readonly name: TextKey;
  readonly isFor: (me: MeAnswer) => boolean;
}

const pages: readonly Page[] = [
  { to: "/home", name: "shell.nav.home", isFor: looksAfterOthers },
  { to: "/my-kit", name: "shell.nav.myKit", isFor: (me) => me.can["own.read"] },
  {
    to: "/inventory",
    name: "shell.nav.inventory",
    isFor: (me) => me.can["device.read"] && looksAfterOthers(me),
  },
  { to: "/findings", name: "shell.nav.findings", isFor: (me) => me.can["finding.read"] },
  { to: "/reports", name: "shell.nav.reports", isFor: (me) => me.can["problem.read"] },
  {
    to: "/applications",
    name: "shell.nav.applications",
    isFor: (me) => me.can["application.read"] && looksAfterOthers(me),
  },
  { to: "/teams", name: "shell.nav.teams", isFor: looksAfterOthers },
  { to: "/people", name: "shell.nav.people", isFor: (me) => me.can["person.read"] && looksAfterOthers(me) },
  { to: "/licences", name: "shell.nav.licences", isFor: (me) => me.can["licence.read"] },
  { to: "/check-ins", name: "shell.nav.checkIns", isFor: (me) => me.can["check-in.read"] },
  { to: "/stock-takes", name: "shell.nav.stockTakes", isFor: (me) => me.can["stock-take.read"] },
  {
    to: "/rollouts",
    name: "shell.nav.rollouts",
    isFor: (me) => me.can["rollout.read"] && looksAfterOthers(me),
  },
  { to: "/surveys", name: "shell.nav.surveys", isFor: (me) => me.can["survey.read"] },
  { to: "/courses", name: "shell.nav.courses", isFor: (me) => me.can["course.read"] },
  { to: "/audit", name: "shell.nav.audit", isFor: (me) => me.can["audit.read"] },
  { to: "/privacy", name: "shell.nav.privacy", isFor: (me) => me.can["retention.change"] },
  { to: "/settings", name: "shell.nav.settings", isFor: (me) => me.can["setting.change"] },
];

/** Of pages, in the longer words of Welsh, on a laptop. */
const mostBesideSearch = 6;

export function AppNav() {
  const styles = useStyles();
  const text = useText();
  const me = useMe();
  const { search, pathname } = useLocation();
  const root = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the current page may be out of sight, on every page anew
  useEffect(() => {
    const current = root.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (root.current && current) root.current.scrollLeft = current.offsetLeft - root.current.offsetLeft - 24;
  }, [pathname]);
  const mine = pages.filter((page) => page.isFor(me));
  const isMany = mine.length > mostBesideSearch;
  return (
    <nav
      ref={root}
      className={mergeClasses(styles.root, isMany && styles.many)}
      aria-label={text("shell.nav.label")}
    >
      <ul className={styles.list}>
        {mine.map(({ to, name }) => (
          <li key={to}>
            <NavLink
              to={{ pathname: to, search: keptSearch(search) }}
              className={({ isActive }) => mergeClasses(styles.link, isActive && styles.current)}
            >
              {text(name)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
