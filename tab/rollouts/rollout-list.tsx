import { makeStyles, mergeClasses, Text } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import type { RolloutAnswer } from "../../src/contracts/rollout-contract";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { useCardList } from "../shell/use-card-list";
import { Confirmed, PeopleBar, StateBadge } from "./rollout-marks";

const useStyles = makeStyles({
  columns: { gridTemplateColumns: "minmax(0, 1fr) 130px 240px" },
});

export function RolloutList({ rollouts }: { readonly rollouts: readonly RolloutAnswer[] }) {
  const styles = useStyles();
  const cards = useCardList();
  const text = useText();
  const { search } = useLocation();
  return (
    <ul className={cards.list} aria-label={text("rollout.list")}>
      {rollouts.map((rollout) => (
        <li key={rollout.id} className={mergeClasses(cards.item, styles.columns)}>
          <div className={cards.words}>
            <Link
              className={cards.open}
              to={{ pathname: `/rollouts/${encodeURIComponent(rollout.id)}`, search: keptSearch(search) }}
            >
              {rollout.name}
            </Link>
            <AboutRollout rollout={rollout} />
          </div>
          <div>
            <StateBadge state={rollout.state} />
          </div>
          <div className={cards.share}>
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
  const cards = useCardList();
  const owner = rollout.ownerName ?? text("rollout.nobody");
  const parts = [rollout.subjectName ?? "", text("rollout.ownedBy", { name: owner })];
  if (rollout.openBlockers > 0) {
    parts.push(text("rollout.blockersOpen", { count: rollout.openBlockers }));
  }
  return (
    <Text size={200} className={cards.quiet}>
      {parts.filter((part) => part !== "").join(" · ")}
    </Text>
  );
}
