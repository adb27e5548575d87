import { makeStyles, tokens } from "@fluentui/react-components";
import type { TeamOverviewAnswer } from "../../src/contracts/team-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { TeamCard } from "./team-card";
import { TeamLink } from "./team-link";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: {
    display: "flex",
    flexDirection: "column",
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { borderTop: "none" },
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the people of the team hold of Microsoft 365, once that was read. */
export function TeamLicences({ licences }: { readonly licences: TeamOverviewAnswer["licences"] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { state, items } = licences;
  return (
    <TeamCard title={text("team.licences")} aside={items.length > 0 && format.number(items.length)}>
      {items.length === 0 && (
        <p className={styles.quiet}>
          {text(state === "synced" ? "team.licencesNone" : "team.licencesNotSynced")}
        </p>
      )}
      <ul className={styles.list}>
        {items.map((licence) => (
          <li key={licence.skuId} className={styles.item}>
            <Licence licence={licence} />
          </li>
        ))}
      </ul>
    </TeamCard>
  );
}

function Licence({ licence }: { readonly licence: TeamOverviewAnswer["licences"]["items"][number] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { can } = useMe();
  const { skuId, productName, held, unused } = licence;
  const words = [
    text("team.licencesHeld", { held: format.number(held) }),
    ...(unused ? [text("team.licencesUnused", { unused: format.number(unused) })] : []),
  ];
  return (
    <>
      {can["licence.read"] ? (
        <TeamLink to={`/licences/${encodeURIComponent(skuId)}`}>{productName}</TeamLink>
      ) : (
        <span>{productName}</span>
      )}
      <span className={styles.quiet}>{words.join(" · ")}</span>
    </>
  );
}
