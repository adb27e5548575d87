import {
  Button,
  Field,
  makeStyles,
  Select,
  Text,
  tokens,
  typographyStyles,
} from "@fluentui/react-components";
import { useState } from "react";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import type { DeliveryAnswer } from "../../src/contracts/delivery-contract";
import { type DeliveryState, deliveryStates } from "../../src/domain/delivery";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { DeliveryRows } from "./delivery-rows";
import { deliveryStateKey, statesOf } from "./delivery-state-text";
import { useDeliveries } from "./use-check-ins";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "flex-end",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  filter: { minWidth: "200px", maxWidth: "100%" },
  select: { minWidth: 0, "> select": { minWidth: 0, width: "100%" } },
  foot: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalM,
  },
});

/** Each person's copy, by state. */
export function DeliveriesTable({ checkIn }: { readonly checkIn: CheckInAnswer }) {
  const styles = useStyles();
  const text = useText();
  const [state, setState] = useState<DeliveryState | null>(null);
  const draft = checkIn.state === "draft";
  return (
    <section aria-labelledby="deliveries">
      <div className={styles.head}>
        <h2 id="deliveries" className={styles.heading}>
          {text("checkIn.deliveries.title")}
        </h2>
        {!draft && <StateFilter checkIn={checkIn} state={state} onChange={setState} />}
      </div>
      {draft ? (
        <Text>{text("checkIn.deliveries.draft")}</Text>
      ) : (
        <Deliveries checkIn={checkIn} state={state} />
      )}
    </section>
  );
}

interface FilterProps {
  readonly checkIn: CheckInAnswer;
  readonly state: DeliveryState | null;
  readonly onChange: (state: DeliveryState | null) => void;
}

function StateFilter({ checkIn, state, onChange }: FilterProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <Field className={styles.filter} label={text("checkIn.deliveries.filter")}>
      <Select
        className={styles.select}
        value={state ?? ""}
        onChange={(_, { value }) => onChange(deliveryStates.find((each) => each === value) ?? null)}
      >
        <option value="">{text("checkIn.deliveries.all")}</option>
        {statesOf(checkIn).map((each) => (
          <option key={each} value={each}>
            {text(deliveryStateKey(checkIn, each))}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Deliveries({
  checkIn,
  state,
}: {
  readonly checkIn: CheckInAnswer;
  readonly state: DeliveryState | null;
}) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const deliveries = useDeliveries(checkIn, state);
  if (deliveries.isPending) return <LoadingState rows={4} />;
  if (deliveries.data === undefined)
    return <ErrorState problem={deliveries.error} onRetry={() => void deliveries.refetch()} />;
  const items: DeliveryAnswer[] = deliveries.data.pages.flatMap((page) => page.items);
  const first = deliveries.data.pages[0];
  const total = first?.total ?? 0;
  const count = text("checkIn.deliveries.count", { count: total });
  return (
    <>
      {items.length === 0 ? (
        <Text>{text("checkIn.deliveries.none")}</Text>
      ) : (
        <DeliveryRows checkIn={checkIn} items={items} />
      )}
      <div className={styles.foot}>
        <Text role="status" size={200}>
          {first?.totalCapped ? text("common.moreThan", { number: format.number(total) }) : count}
        </Text>
        {deliveries.hasNextPage && (
          <Button
            disabledFocusable={deliveries.isFetchingNextPage}
            onClick={() => void deliveries.fetchNextPage()}
          >
            {text("common.more")}
          </Button>
        )}
      </div>
    </>
  );
}
