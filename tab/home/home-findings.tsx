import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type FindingAnswer, listFindings } from "../../src/contracts/finding-contract";
import { call } from "../call";
import { FindingBadges } from "../findings/finding-badges";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { TeamLink } from "../teams/team-link";
import { HomeList } from "./home-list";

const useStyles = makeStyles({
  line: { display: "grid", gap: tokens.spacingVerticalXXS, minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const shown = 5;

/** The most pressing of what there is to do. */
export function HomeFindings() {
  const text = useText();
  const query = useQuery({
    queryKey: ["findings", "list", "home"],
    queryFn: ({ signal }) => call(listFindings, { query: { limit: shown } }, { signal }),
  });
  return (
    <HomeList
      title={text("home.findings")}
      none={text("home.findings.none")}
      query={query}
      itemsOf={({ items }) => items}
      keyOf={({ id }) => id}
      line={(finding) => <Line finding={finding} />}
      all={{ to: "/findings", words: text("home.findings.all", { total: query.data?.total ?? 0 }) }}
    />
  );
}

function Line({ finding }: { readonly finding: FindingAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <FindingBadges {...finding} />
      <TeamLink to="/findings" filters={{ finding: finding.id }}>
        {finding.title}
      </TeamLink>
      {finding.actBy !== null && (
        <Text size={200} className={styles.quiet}>
          {text("finding.actBy", { day: format.date(finding.actBy) })}
        </Text>
      )}
    </div>
  );
}
