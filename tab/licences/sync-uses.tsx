import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useWaitingCounts } from "../inventory/intune/use-waiting-devices";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { TeamCard } from "../teams/team-card";
import { TeamLink } from "../teams/team-link";

const useStyles = makeStyles({
  lines: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
});

/** Where what is read is decided upon, and what there is to do without it. */
export function SyncUses() {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { can } = useMe();
  const counts = useWaitingCounts().data?.counts;
  const waiting = counts === undefined ? 0 : counts.contested + counts.conflict + counts.new;
  return (
    <TeamCard title={text("sync.use.title")}>
      <div className={styles.lines}>
        {can["setting.read"] && <TeamLink to="/settings">{text("sync.use.homeTeams")}</TeamLink>}
        <TeamLink to="/inventory/intune">{text("sync.use.devices")}</TeamLink>
        {counts !== undefined && (
          <Text>
            {waiting === 0
              ? text("sync.use.devicesNone")
              : text("sync.use.devicesWait", { count: waiting, total: format.number(waiting) })}
          </Text>
        )}
        <Text>{text("sync.use.import")}</Text>
      </div>
    </TeamCard>
  );
}
