import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, type ReactNode, Suspense, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { PageHeader } from "../shell/page-header";
import type { useOpened } from "./use-opened";

const ApplicationDrawer = lazy(async () => ({
  default: (await import("./details/application-drawer")).ApplicationDrawer,
}));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  pages: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  page: {
    display: "block",
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid transparent`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground3 },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
  },
});

const pages = [
  { to: "/applications", name: "application.page.list" },
  { to: "/applications/portfolio", name: "application.page.portfolio" },
  { to: "/applications/contracts", name: "application.page.contracts" },
  { to: "/applications/integrations", name: "application.page.integrations" },
] as const;

interface FrameProps {
  readonly title: string;
  readonly intro: string;
  readonly actions?: ReactNode;
  readonly opened: ReturnType<typeof useOpened>;
  readonly children: ReactNode;
}

/** What all pages about applications share: heading, the way to the others, and the details of the one that is open. */
export function ApplicationFrame({ title, intro, actions, opened, children }: FrameProps) {
  const text = useText();
  const styles = useStyles();
  const { search } = useLocation();
  const last = useRef(opened.id);
  if (opened.id !== null) last.current = opened.id;
  return (
    <div className={styles.root}>
      <PageHeader title={title} intro={intro} actions={actions} />
      <nav aria-label={text("application.pages")}>
        <ul className={styles.pages}>
          {pages.map(({ to, name }) => (
            <li key={to}>
              <NavLink
                end
                to={{ pathname: to, search: keptSearch(search) }}
                className={({ isActive }) => mergeClasses(styles.page, isActive && styles.current)}
              >
                {text(name)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      {children}
      {last.current !== null && (
        <Suspense fallback={null}>
          <ApplicationDrawer
            id={last.current}
            open={opened.id !== null}
            onClose={opened.close}
            onOpen={opened.open}
            onGone={opened.returnFocus}
          />
        </Suspense>
      )}
    </div>
  );
}
