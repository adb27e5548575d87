import { makeStyles, Text, tokens, typographyStyles } from "@fluentui/react-components";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import type { DeliverySummaryAnswer } from "../../src/contracts/delivery-contract";
import { canClose, tellsAnswers } from "../../src/domain/check-in";
import { type DeliveryState, deliveryReasons, deliveryStates } from "../../src/domain/delivery";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { narrow } from "../shell/theme";
import { type BarTone, CountBar } from "./count-bar";
import { deliveryStateKey } from "./delivery-state-text";
import { SendingProgress } from "./sending-progress";
import { useCheckInSummary } from "./use-check-ins";

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  subheading: {
    ...typographyStyles.subtitle2,
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`,
  },
  rows: { display: "grid", gap: tokens.spacingVerticalS, margin: `${tokens.spacingVerticalM} 0` },
  row: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 260px) 64px minmax(0, 1fr)",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: "minmax(0, 1fr) 56px", rowGap: tokens.spacingVerticalXXS },
  },
  bar: { [narrow]: { gridColumn: "1 / -1" } },
  number: {
    margin: 0,
    textAlign: "end",
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  reasons: {
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  todo: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const tones: Readonly<Partial<Record<DeliveryState, BarTone>>> = {
  answered: "good",
  blocked: "warning",
  uncertain: "warning",
};
/** Always shown, so that a zero is seen as a zero; the others only when somebody is in them. */
const always: readonly DeliveryState[] = ["answered", "sent", "queued"];
const order: readonly DeliveryState[] = [
  ...always,
  ...deliveryStates.filter((state) => !always.includes(state)),
];

/** How many people are at which point. Sent is as far as anybody can know: there is no "read". */
export function Funnel({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const styles = useStyles();
  const text = useText();
  const { data } = useCheckInSummary(checkIn);
  const shown = order.flatMap((state) => {
    const count = data[state];
    return count === null || (count === 0 && !always.includes(state)) ? [] : [{ state, count }];
  });
  return (
    <section className={styles.root} aria-labelledby="funnel">
      <h2 id="funnel" className={styles.heading}>
        {text("checkIn.funnel.title")}
      </h2>
      <dl className={styles.rows}>
        <Row name={text("checkIn.funnel.audience")} count={data.audience} whole={data.audience} />
        {shown.map(({ state, count }) => (
          <Row
            key={state}
            name={text(deliveryStateKey(checkIn, state))}
            count={count}
            whole={data.audience}
            tone={tones[state] ?? "plain"}
          />
        ))}
      </dl>
      <SendingProgress checkIn={checkIn} />
      <Reasons summary={data} open={canClose(checkIn)} />
      <Text size={200} className={styles.quiet}>
        {text("checkIn.funnel.note")} {!tellsAnswers(checkIn) && text("checkIn.funnel.confidential")}{" "}
        {checkIn.state === "running" && text("checkIn.funnel.live")}
      </Text>
    </section>
  );
}

interface RowProps {
  readonly name: string;
  readonly count: number;
  readonly whole: number;
  readonly tone?: BarTone;
}

function Row({ name, count, whole, tone = "plain" }: RowProps) {
  const styles = useStyles();
  const format = useFormat();
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd className={styles.number}>{format.number(count)}</dd>
      <dd className={styles.bar} style={{ margin: 0 }}>
        <CountBar part={count} whole={whole} tone={tone} />
      </dd>
    </div>
  );
}

interface ReasonsProps {
  readonly summary: DeliverySummaryAnswer;
  /** While something can still be done about it. */
  readonly open: boolean;
}

function Reasons({ summary, open }: ReasonsProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const given = deliveryReasons.filter((reason) => (summary.byReason[reason] ?? 0) > 0);
  if (given.length === 0) return null;
  return (
    <>
      <h3 className={styles.subheading}>{text("checkIn.reasons.title")}</h3>
      <ul className={styles.reasons}>
        {given.map((reason) => (
          <li key={reason}>
            {text(`delivery.reason.${reason}`)}: {format.number(summary.byReason[reason] ?? 0)}
            {open && <span className={styles.todo}>{text(`delivery.todo.${reason}`)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
