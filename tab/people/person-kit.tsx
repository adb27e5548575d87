import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeviceIcon } from "../inventory/device-icon";
import { StatusBadge } from "../inventory/status-badge";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { TeamCard } from "../teams/team-card";
import { TeamLink } from "../teams/team-link";
import { useKitOf } from "./use-person";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "48px",
    minWidth: 0,
  },
  words: { flex: 1, display: "flex", flexDirection: "column", minWidth: 0 },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  more: { alignSelf: "flex-start" },
});

export function PersonKit({ personId }: { readonly personId: string }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const kit = useKitOf(personId);
  const devices = kit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <TeamCard title={text("person.kit")}>
      {kit.isPending && <LoadingState rows={2} />}
      {kit.error !== null && <ProblemMessage title={text("person.loadFailed")} problem={kit.error} />}
      {kit.isSuccess && devices.length === 0 && <p className={styles.quiet}>{text("person.kitNone")}</p>}
      <ul className={styles.list}>
        {devices.map(({ id, type, assetTag, manufacturer, model, status, lastConfirmedAt }) => (
          <li key={id} className={styles.item}>
            <DeviceIcon type={type} label={text(`device.type.${type}`)} />
            <span className={styles.words}>
              <TeamLink to="/inventory" filters={{ device: id }}>
                {assetTag}
              </TeamLink>
              <span className={styles.quiet}>
                {[
                  [manufacturer, model].filter((part) => part !== null).join(" "),
                  lastConfirmedAt === null
                    ? text("person.neverConfirmed")
                    : text("person.confirmed", { when: format.date(lastConfirmedAt) }),
                ]
                  .filter((part) => part !== "")
                  .join(" · ")}
              </span>
            </span>
            <StatusBadge status={status} />
          </li>
        ))}
      </ul>
      {kit.hasNextPage && (
        <Button
          className={styles.more}
          size="small"
          disabledFocusable={kit.isFetchingNextPage}
          onClick={() => void kit.fetchNextPage()}
        >
          {text("person.kitMore")}
        </Button>
      )}
    </TeamCard>
  );
}
