import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceAnswer } from "../../src/contracts/licence-contract";
import { isDay } from "../../src/domain/instant";
import { type PricePeriod, pricePeriods } from "../../src/domain/licence/price";
import { isAmount } from "../../src/domain/money";
import { useText } from "../language/use-text";
import { SmallDialog } from "../shell/small-dialog";
import { useSetPrice } from "./use-licences";

/** A button that opens the question what one seat costs from a day on. */
export function PriceDialog({ licence }: { readonly licence: LicenceAnswer }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text("licence.price.set")}</Button>
      {open && <PriceForm licence={licence} onClose={() => setOpen(false)} />}
    </>
  );
}

interface FormProps {
  readonly licence: LicenceAnswer;
  readonly onClose: () => void;
}

function PriceForm({ licence, onClose }: FormProps) {
  const text = useText();
  const [amount, setAmount] = useState(licence.unitPrice?.amount ?? "");
  const [per, setPer] = useState<PricePeriod>(licence.unitPrice?.per ?? "month");
  const [from, setFrom] = useState(new Date().toISOString().slice(0, 10));
  const save = useSetPrice(licence.skuId);
  const wrong = amount.trim() !== "" && !isAmount(amount.trim());
  const sound = isAmount(amount.trim()) && isDay(from);
  const submit = () => {
    save.mutate({ amount: amount.trim(), currency: "GBP", per, from }, { onSuccess: onClose });
  };
  return (
    <SmallDialog
      title={text("licence.price.title", { product: licence.productName })}
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
        <Input type="date" value={from} onChange={(_, { value }) => setFrom(value)} />
      </Field>
    </SmallDialog>
  );
}
