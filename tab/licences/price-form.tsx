import { Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import { isDay } from "../../src/domain/instant";
import { type PricePeriod, pricePeriods } from "../../src/domain/licence/price";
import { isAmount } from "../../src/domain/money";
import { useText } from "../language/use-text";
import { SmallDialog } from "../shell/small-dialog";
import { useSetPrice } from "./use-licences";

/** What the fields begin with. */
interface Start {
  readonly amount: string;
  readonly per: PricePeriod;
  readonly from: string;
  readonly until: string | null;
}

interface Props {
  readonly skuId: string;
  readonly productName: string;
  readonly start: Start;
  /** A price that is corrected stays the price of its day. */
  readonly fixedDay?: boolean;
  readonly onClose: () => void;
}

/** What one seat costs from a day on, and until when where it ends. */
export function PriceForm({ skuId, productName, start, fixedDay = false, onClose }: Props) {
  const text = useText();
  const [amount, setAmount] = useState(start.amount);
  const [per, setPer] = useState<PricePeriod>(start.per);
  const [from, setFrom] = useState(start.from);
  const [until, setUntil] = useState(start.until ?? "");
  const save = useSetPrice(skuId);
  const wrong = amount.trim() !== "" && !isAmount(amount.trim());
  const backwards = isDay(until) && until < from;
  const sound = isAmount(amount.trim()) && isDay(from) && (until === "" || isDay(until)) && !backwards;
  const submit = () => {
    const price = { amount: amount.trim(), currency: "GBP", per, from, ...(until !== "" && { until }) };
    save.mutate(price, { onSuccess: onClose });
  };
  return (
    <SmallDialog
      title={text("licence.price.title", { product: productName })}
      problem={save.error}
      problemTitle={text("licence.price.failed")}
      pending={save.isPending}
      unfinished={!sound}
      saveWords={text("licence.price.set")}
      onSave={submit}
      onClose={onClose}
    >
      <Field
        label={text("licence.price.amount")}
        {...(wrong && { validationMessage: text("licence.price.amountInvalid") })}
      >
        <Input inputMode="decimal" value={amount} onChange={(_, { value }) => setAmount(value)} />
      </Field>
      <Field label={text("licence.price.per")}>
        <Select value={per} onChange={(_, { value }) => setPer(value === "year" ? "year" : "month")}>
          {pricePeriods.map((each) => (
            <option key={each} value={each}>
              {text(`licence.per.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text("licence.price.from")} hint={text("licence.price.hint")}>
        <Input
          type="date"
          value={from}
          readOnly={fixedDay}
          onChange={(_, { value }) => !fixedDay && setFrom(value)}
        />
      </Field>
      <Field
        label={text("licenceMoney.prices.until")}
        {...(backwards && { validationMessage: text("licenceMoney.prices.untilWrong") })}
      >
        <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
      </Field>
    </SmallDialog>
  );
}
