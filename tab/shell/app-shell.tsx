import { makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useRef } from "react";
import { Outlet, useLocation } from "react-router";
import { useText } from "../language/use-text";
import { SearchBox } from "../search/search-box";
import { AppNav } from "./app-nav";
import { FaultBoundary } from "./fault-boundary";
import { LoadingState } from "./loading-state";
import { PersonMenu } from "./person-menu";
import { ProductMark } from "./product-mark";
import { middling, narrow } from "./theme";
import { useKeptAddress } from "./use-kept-address";
import { WaitingNotice } from "./waiting-notice";

/** Fetched beside the page, which need not wait for it. */
const ModalKeeper = lazy(async () => ({ default: (await import("./modal-keeper")).ModalKeeper }));

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", minHeight: "100dvh" },
  skip: {
    position: "absolute",
    left: tokens.spacingHorizontalM,
    top: "-60px",
    zIndex: 10,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    font: "inherit",
    borderRadius: tokens.borderRadiusMedium,
    ":focus": { top: tokens.spacingVerticalS },
  },
  header: {
    display: "flex",
    // With many pages in long words search and person stand beneath, rather than hide some of the pages.
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    minHeight: "52px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { rowGap: 0, padding: `0 ${tokens.spacingHorizontalM}` },
    // On paper there is nothing to choose from.
    "@media print": { display: "none" },
  },
  product: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    [middling]: { minHeight: "48px" },
    [narrow]: { minHeight: "48px", marginRight: "auto" },
  },
  tools: {
    display: "flex",
    flex: "1 1 288px",
    // The field in it would ask for its own width, which is twice what it needs, and stand beneath on a laptop.
    minWidth: "288px",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalL,
    maxWidth: "460px",
    marginLeft: "auto",
    [middling]: { maxWidth: "none" },
    [narrow]: { display: "contents" },
  },
  mark: { width: "24px", height: "24px" },
  main: {
    flex: 1,
    boxSizing: "border-box",
    width: "100%",
    maxWidth: "1440px",
    margin: "0 auto",
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
    ":focus": { outline: "none" },
    [narrow]: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}` },
  },
});

/** Product, pages and person above; the page below. */
export function AppShell() {
  const styles = useStyles();
  const text = useText();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useKeptAddress();
  return (
    <div className={styles.root}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {text("shell.skip")}
      </button>
      <header className={styles.header}>
        <div className={styles.product}>
          <ProductMark className={styles.mark} />
          {text("common.appName")}
        </div>
        <AppNav />
        <div className={styles.tools}>
          <SearchBox />
          <PersonMenu />
        </div>
      </header>
      <WaitingNotice />
      <main className={styles.main} ref={main} tabIndex={-1}>
        <FaultBoundary key={pathname}>
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </FaultBoundary>
      </main>
      <Suspense>
        <ModalKeeper />
      </Suspense>
    </div>
  );
}
