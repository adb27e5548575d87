import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { CustodyAnswer } from "../../src/contracts/person-contract";
import { doorWords } from "../history/history-words";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { TeamCard } from "../teams/team-card";
import { TeamLink } from "../teams/team-link";
import { useCustody } from "./use-person";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none" },
  item: { padding: `${tokens.spacingVerticalXS} 0` },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  more: { alignSelf: "flex-start" },
});

/** What the person was given and gave back, newest first. */
export function PersonCustody({ personId }: { readonly personId: string }) {
  const styles = useStyles();
  const text = useText();
  const custody = useCustody(personId);
  const items = custody.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <TeamCard title={text("person.custody")}>
      {custody.isPending && <LoadingState rows={2} />}
      {custody.error !== null && <ProblemMessage title={text("person.loadFailed")} problem={custody.error} />}
      {custody.isSuccess && items.length === 0 && (
        <p className={styles.quiet}>{text("person.custodyNone")}</p>
      )}
      <ol className={styles.list}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <Change item={item} />
          </li>
        ))}
      </ol>
      {custody.hasNextPage && (
        <Button
          className={styles.more}
          size="small"
          disabledFocusable={custody.isFetchingNextPage}
          onClick={() => void custody.fetchNextPage()}
        >
          {text("history.more")}
        </Button>
      )}
    </TeamCard>
  );
}

function Change({ item }: { readonly item: CustodyAnswer }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { received, deviceId, assetTag, model, at, actorName, door } = item;
  const device =
    assetTag === null ? text("person.unknownDevice") : [assetTag, model].filter(Boolean).join(", ");
  const words = text(received ? "person.received" : "person.gaveBack", { device });
  return (
    <>
      {assetTag === null ? (
        <Text>{words}</Text>
      ) : (
        <TeamLink to="/inventory" filters={{ device: deviceId }}>
          {words}
        </TeamLink>
      )}
      <Text block size={200} className={styles.quiet}>
        <time dateTime={at}>{format.dateTime(at)}</time> · {actorName ?? text("history.actorUnknown")}{" "}
        {doorWords(door, text)}
      </Text>
    </>
  );
}
