import { makeStyles, mergeClasses, Text } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { useCardList } from "../shell/use-card-list";
import { audienceText } from "./audience-text";
import { CountBar } from "./count-bar";
import { rhythmText } from "./rhythm-text";
import { StateBadge } from "./state-badge";

const useStyles = makeStyles({
  columns: { gridTemplateColumns: "minmax(0, 1fr) 110px 240px" },
});

export function CheckInList({ items }: { readonly items: readonly CheckInAnswer[] }) {
  const styles = useStyles();
  const cards = useCardList();
  const text = useText();
  return (
    <ul className={cards.list} aria-label={text("checkIn.list")}>
      {items.map((checkIn) => (
        <li key={checkIn.id} className={mergeClasses(cards.item, styles.columns)}>
          <Words checkIn={checkIn} />
          <div>
            <StateBadge state={checkIn.state} />
          </div>
          <Share checkIn={checkIn} />
        </li>
      ))}
    </ul>
  );
}

function Words({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const cards = useCardList();
  const text = useText();
  const format = useFormat();
  const { search } = useLocation();
  const pathname = `/check-ins/${encodeURIComponent(checkIn.id)}`;
  return (
    <div className={cards.words}>
      <Link className={cards.open} to={{ pathname, search: keptSearch(search) }}>
        {checkIn.title}
      </Link>
      <Text size={200} className={cards.quiet}>
        {[
          text(`checkIn.purpose.${checkIn.purpose}`),
          audienceText(checkIn.audience, text),
          ...(checkIn.recurrence === null ? [] : [rhythmText(checkIn.recurrence, text)]),
          ...(checkIn.state === "closed"
            ? []
            : [text("checkIn.closes", { date: format.date(checkIn.closesAt) })]),
        ].join(" · ")}
      </Text>
    </div>
  );
}

function Share({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const cards = useCardList();
  const text = useText();
  const format = useFormat();
  const { answered, audience } = checkIn.summary;
  if (checkIn.state === "draft") return <Text className={cards.quiet}>{text("checkIn.notLaunched")}</Text>;
  if (answered === null) {
    return (
      <Text className={cards.share}>{text("checkIn.askedInAll", { audience: format.number(audience) })}</Text>
    );
  }
  return (
    <div className={cards.share}>
      <Text>
        {text("checkIn.answeredOf", { answered: format.number(answered), audience: format.number(audience) })}
      </Text>
      <CountBar part={answered} whole={audience} tone="good" />
    </div>
  );
}
