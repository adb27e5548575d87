import { makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { type FocusEvent, lazy, Suspense, useId, useRef } from "react";
import { addWords } from "../language/i18n";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { useCombobox } from "./use-combobox";
import { useSearchShortcut } from "./use-search-shortcut";

const SearchPopup = lazy(async () => {
  const [{ SearchPopup }, { searchWords }] = await Promise.all([
    import("./search-popup"),
    import("../language/words-of-search"),
  ]);
  addWords(searchWords);
  return { default: SearchPopup };
});

const useStyles = makeStyles({
  root: {
    position: "relative",
    flex: "1 1 150px",
    minWidth: "150px",
    marginLeft: "auto",
    [narrow]: { order: 2, flex: "1 0 100%", marginBottom: tokens.spacingVerticalXS },
  },
  field: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    boxSizing: "border-box",
    height: "32px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ":focus-within": {
      outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
      outlineOffset: "-1px",
    },
    [narrow]: { height: "40px" },
  },
  input: {
    flex: 1,
    minWidth: 0,
    height: "100%",
    padding: 0,
    border: "none",
    outline: "none",
    font: "inherit",
    color: tokens.colorNeutralForeground1,
    backgroundColor: "transparent",
    "::placeholder": { color: tokens.colorNeutralForeground3, opacity: 1 },
    [narrow]: { fontSize: tokens.fontSizeBase400 },
  },
  keys: {
    flexShrink: 0,
    padding: "0 5px",
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    [narrow]: { display: "none" },
  },
  clear: {
    display: "flex",
    padding: "4px",
    border: "none",
    color: "inherit",
    backgroundColor: "transparent",
    borderRadius: tokens.borderRadiusSmall,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const shortcut = /Mac|iPhone|iPad/.test(window.navigator.platform) ? "⌘ K" : "Ctrl K";

/** Finds anything the caller may see, as they type. Fluent's Combobox would cost every first visit more than the page. */
export function SearchBox() {
  const styles = useStyles();
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const popupId = useId();
  const box = useCombobox(popupId);
  useSearchShortcut(input);
  const clear = () => {
    box.type("");
    input.current?.focus();
  };
  const closeOnLeaving = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) box.close();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: jsdom and older Teams clients do not know the element
    <div role="search" className={styles.root} onBlur={closeOnLeaving}>
      <div className={styles.field}>
        <SearchRegular aria-hidden="true" fontSize={16} />
        <input
          {...box.inputProps}
          ref={input}
          className={styles.input}
          aria-label={text("shell.search.label")}
          aria-keyshortcuts="Control+K Meta+K /"
          placeholder={text("shell.search.placeholder")}
        />
        {box.typed === "" ? (
          <span className={styles.keys} aria-hidden="true">
            {shortcut}
          </span>
        ) : (
          <button
            type="button"
            className={styles.clear}
            aria-label={text("shell.search.clear")}
            onClick={clear}
          >
            <DismissRegular aria-hidden="true" fontSize={16} />
          </button>
        )}
      </div>
      {box.open && (
        <Suspense fallback={null}>
          <SearchPopup id={popupId} results={box.results} active={box.active} onChoose={box.choose} />
        </Suspense>
      )}
    </div>
  );
}
