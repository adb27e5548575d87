import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CountAnswer } from "../../src/contracts/survey-contract";
import type { Shown } from "./result-view";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    minWidth: "96px",
    height: "12px",
    overflow: "hidden",
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    forcedColorAdjust: "none",
    printColorAdjust: "exact",
  },
  favourable: { backgroundColor: tokens.colorBrandBackground },
  neutral: { backgroundColor: tokens.colorNeutralBackground5 },
  unfavourable: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  untold: {
    backgroundImage: `repeating-linear-gradient(45deg, ${tokens.colorNeutralStroke1} 0 3px, transparent 3px 6px)`,
  },
});

/** The three bands as lengths; what a coded count leaves open is hatched. The numbers stand beside it. */
export function BandsBar({ shown }: { readonly shown: Shown }) {
  const styles = useStyles();
  const parts = bandsOf(shown);
  return (
    <div className={styles.bar} aria-hidden="true">
      {parts.map(({ band, share }) => (
        <div key={band} className={mergeClasses(styles[band])} style={{ width: `${share}%` }} />
      ))}
    </div>
  );
}

/** What is certain of each band, and how much is left between them, in percent. */
export function bandsOf({ n, favourable, neutral, unfavourable }: Shown) {
  const least = (count: CountAnswer) => (typeof count === "number" ? count : count.min);
  const certain = {
    favourable: least(favourable),
    neutral: least(neutral),
    unfavourable: least(unfavourable),
  };
  const untold = n - certain.favourable - certain.neutral - certain.unfavourable;
  const share = (count: number) => (count / n) * 100;
  return [
    { band: "favourable", share: share(certain.favourable) },
    { band: "untold", share: share(untold) },
    { band: "neutral", share: share(certain.neutral) },
    { band: "unfavourable", share: share(certain.unfavourable) },
  ] as const;
}
