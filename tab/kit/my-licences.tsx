import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { MyLicencesAnswer } from "../../src/contracts/my-licence-contract";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { AskMicrosoft } from "./ask-microsoft";
import { type ToldLicences, useAskMyLicences, useMyLicences } from "./use-my-licences";

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL },
  heading: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM}` },
  body: { display: "grid", gap: tokens.spacingVerticalM, maxWidth: "880px", justifyItems: "start" },
  list: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyle: "none",
  },
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What I hold at Microsoft 365: as it was read, and as it told me when I asked. */
export function MyLicences() {
  const styles = useStyles();
  const text = useText();
  const read = useMyLicences();
  // Kept until the page is left: asking again takes away what the last answer was.
  const [told, setTold] = useState<ToldLicences | null>(null);
  const asked = useAskMyLicences(setTold);
  return (
    <section className={styles.section} aria-labelledby="my-licences">
      <h2 id="my-licences" className={styles.heading}>
        {text("myLicence.title")}
      </h2>
      {read.isPending && <LoadingState rows={1} rowHeight={64} />}
      {read.isError && (
        <ErrorState
          title={text("myLicence.failed")}
          problem={read.error}
          onRetry={() => void read.refetch()}
        />
      )}
      {read.isSuccess && (
        <div className={styles.body}>
          <Licences read={read.data} told={told} />
          {read.data.askable && <AskMicrosoft asked={asked} />}
          {!read.data.askable && read.data.readAt === null && (
            <Text className={styles.quiet}>{text("myLicence.notHere")}</Text>
          )}
        </div>
      )}
    </section>
  );
}

interface Props {
  readonly read: MyLicencesAnswer;
  readonly told: ToldLicences | null;
}

function Licences({ read, told }: Props) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { items, readAt } = told ?? read;
  const date = format.dateTime(readAt);
  const source = told === null ? text("myLicence.read", { date }) : text("myLicence.told", { date });
  return (
    <>
      <Text className={styles.quiet} role="status">
        {readAt === null ? text("myLicence.unread") : source}
      </Text>
      {readAt !== null && items.length === 0 && <Text>{text("myLicence.none")}</Text>}
      {items.length > 0 && (
        <ul className={styles.list} aria-label={text("myLicence.list")}>
          {items.map(({ skuId, productName }) => (
            <li key={skuId} className={styles.item}>
              {productName}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
