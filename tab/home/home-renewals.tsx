import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { awaitsDecision } from "../../src/domain/licence/renewal";
import { localDay } from "../inventory/device-facts";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { renewalAddress } from "../licences/renewal-address";
import { useRenewals } from "../licences/use-licence-money";
import { TeamLink } from "../teams/team-link";
import { HomeList } from "./home-list";

const useStyles = makeStyles({
  line: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const shown = 5;

/** What has to be decided soon, by the day to act by. */
export function HomeRenewals() {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const today = localDay(new Date());
  return (
    <HomeList
      title={text("home.renewals")}
      none={text("home.renewals.none")}
      query={useRenewals()}
      itemsOf={({ items }) => items.filter((each) => awaitsDecision(each, today)).slice(0, shown)}
      keyOf={({ source, id }) => `${source} ${id}`}
      line={(renewal) => (
        <div className={styles.line}>
          <TeamLink to={renewalAddress(renewal)}>{renewal.name}</TeamLink>
          <Text size={200} className={styles.quiet}>
            {text("home.renewals.by", { day: format.date(renewal.actBy) })}
          </Text>
        </div>
      )}
      all={{ to: "/licences/renewals", words: text("home.renewals.all") }}
    />
  );
}
