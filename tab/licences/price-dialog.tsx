import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceAnswer } from "../../src/contracts/licence-contract";
import { isDay } from "../../src/domain/instant";
import { type PricePeriod, pricePeriods } from "../../src/domain/licence/price";
import { isAmount } from "../../src/domain/money";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { useSetPrice } from "./use-licences";

const useStyles = makeStyles({
  form: { display: "grid", rowGap: tokens.spacingVerticalM },
});

/** A button that opens the question what one seat costs from a day on. */
export function PriceDialog({ licence }: { readonly licence: LicenceAnswer }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text("licence.price.set")}</Button>
      {open && (
        <Dialog open onOpenChange={(_, { open: wanted }) => setOpen(wanted)}>
          <PriceForm licence={licence} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

interface FormProps {
  readonly licence: LicenceAnswer;
  readonly onClose: () => void;
}

function PriceForm({ licence, onClose }: FormProps) {
  const text = useText();
  const styles = useStyles();
  const [amount, setAmount] = useState(licence.unitPrice?.amount ?? "");
  const [per, setPer] = useState<PricePeriod>(licence.unitPrice?.per ?? "month");
  const [from, setFrom] = useState(new Date().toISOString().slice(0, 10));
  const save = useSetPrice(licence.skuId);
  const wrong = amount.trim() !== "" && !isAmount(amount.trim());
  const sound = isAmount(amount.trim()) && isDay(from);
  const submit = () => {
    if (!sound || save.isPending) return;
    save.mutate({ amount: amount.trim(), currency: "GBP", per, from }, { onSuccess: onClose });
  };
  return (
    <DialogSurface>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DialogBody>
          <DialogTitle>{text("licence.price.title", { product: licence.productName })}</DialogTitle>
          <DialogContent className={styles.form}>
            {save.error !== null && (
              <ProblemMessage title={text("licence.price.failed")} problem={save.error} />
            )}
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
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button type="submit" appearance="primary" disabledFocusable={!sound || save.isPending}>
              {text("licence.price.set")}
            </Button>
          </DialogActions>
        </DialogBody>
      </form>
    </DialogSurface>
  );
}
