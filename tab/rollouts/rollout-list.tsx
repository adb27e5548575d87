import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import type { RolloutAnswer } from "../../src/contracts/rollout-contract";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { narrow } from "../shell/theme";
import { Confirmed, PeopleBar, StateBadge } from "./rollout-marks";

const useStyles = makeStyles({
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
    gridTemplateColumns: "minmax(0, 1fr) 130px 240px",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr) auto", gap: tokens.spacingHorizontalM },
  },
  words: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  link: {
    ...typographyStyles.subtitle2,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: "none",
    overflowWrap: "anywhere",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: "none" },
    "::after": { content: '""', position: "absolute", inset: 0, borderRadius: tokens.borderRadiusLarge },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  share: { display: "grid", gap: tokens.spacingVerticalXS, [narrow]: { gridColumn: "1 / -1" } },
});

export function RolloutList({ rollouts }: { readonly rollouts: readonly RolloutAnswer[] }) {
  const styles = useStyles();
  const text = useText();
  const { search } = useLocation();
  return (
    <ul className={styles.list} aria-label={text("rollout.list")}>
      {rollouts.map((rollout) => (
        <li key={rollout.id} className={styles.item}>
          <div className={styles.words}>
            <Link
              className={styles.link}
              to={{ pathname: `/rollouts/${encodeURIComponent(rollout.id)}`, search: keptSearch(search) }}
            >
              {rollout.name}
            </Link>
            <AboutRollout rollout={rollout} />
          </div>
          <div>
            <StateBadge state={rollout.state} />
          </div>
          <div className={styles.share}>
            <Confirmed counts={rollout.counts} />
            <PeopleBar counts={rollout.counts} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What it is of, whose it is, and what stops it. */
export function AboutRollout({ rollout }: { readonly rollout: RolloutAnswer }) {
  const text = useText();
  const styles = useStyles();
  const owner = rollout.ownerName ?? text("rollout.nobody");
  const parts = [rollout.subjectName ?? "", text("rollout.ownedBy", { name: owner })];
  if (rollout.openBlockers > 0) {
    parts.push(text("rollout.blockersOpen", { count: rollout.openBlockers }));
  }
  return (
    <Text size={200} className={styles.quiet}>
      {parts.filter((part) => part !== "").join(" · ")}
    </Text>
  );
}
