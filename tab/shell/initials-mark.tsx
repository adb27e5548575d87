import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: {
    display: "inline-grid",
    placeItems: "center",
    flexShrink: 0,
    width: "40px",
    height: "40px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    // Drawn, not written: letters as text would count among the words of the button around them.
    "::before": { content: "attr(data-initials)" },
  },
  small: { width: "28px", height: "28px", fontSize: tokens.fontSizeBase100 },
});

/** First letters of the first and the last name. Fluent's Avatar would bring 15 KiB to every first visit. */
export function InitialsMark({ name, small = false }: { readonly name: string; readonly small?: boolean }) {
  const styles = useStyles();
  return (
    <span
      className={mergeClasses(styles.root, small && styles.small)}
      data-initials={initialsOf(name)}
      aria-hidden="true"
    />
  );
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== "");
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? "")][0] ?? "",
  );
  return letters.join("").toUpperCase();
}
