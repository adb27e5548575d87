import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { RenewalAnswer } from "../../src/contracts/licence-money-contract";
import { daysAfter } from "../../src/domain/instant";
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
/** What is further ahead is hardly decided yet. */
const daysAhead = 180;

/** What has to be decided soon, by the day to act by. */
export function HomeRenewals() {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  return (
    <HomeList
      title={text("home.renewals")}
      none={text("home.renewals.none")}
      query={useRenewals()}
      itemsOf={({ items }) => near(items, localDay(new Date())).slice(0, shown)}
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

function near(renewals: readonly RenewalAnswer[], today: string): RenewalAnswer[] {
  const until = daysAfter(today, daysAhead);
  return renewals.filter(({ actBy, settled }) => settled === null && actBy >= today && actBy <= until);
}
