import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { Link, useLocation } from "react-router";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { narrow } from "../shell/theme";
import { audienceText } from "./audience-text";
import { CountBar } from "./count-bar";
import { rhythmText } from "./rhythm-text";
import { StateBadge } from "./state-badge";

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
    gridTemplateColumns: "minmax(0, 1fr) 110px 240px",
    alignItems: "center",
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ":hover": { backgroundColor: tokens.colorNeutralBackground2 },
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
  quiet: { color: tokens.colorNeutralForeground2 },
  share: { display: "grid", gap: tokens.spacingVerticalXS, [narrow]: { gridColumn: "1 / -1" } },
});

export function CheckInList({ items }: { readonly items: readonly CheckInAnswer[] }) {
  const styles = useStyles();
  const text = useText();
  return (
    <ul className={styles.list} aria-label={text("checkIn.list")}>
      {items.map((checkIn) => (
        <li key={checkIn.id} className={styles.item}>
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
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { search } = useLocation();
  const pathname = `/check-ins/${encodeURIComponent(checkIn.id)}`;
  return (
    <div className={styles.words}>
      <Link className={styles.link} to={{ pathname, search: keptSearch(search) }}>
        {checkIn.title}
      </Link>
      <Text size={200} className={styles.quiet}>
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
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { answered, audience } = checkIn.summary;
  if (checkIn.state === "draft") return <Text className={styles.quiet}>{text("checkIn.notLaunched")}</Text>;
  return (
    <div className={styles.share}>
      <Text>
        {text("checkIn.answeredOf", { answered: format.number(answered), audience: format.number(audience) })}
      </Text>
      <CountBar part={answered} whole={audience} tone="good" />
    </div>
  );
}
