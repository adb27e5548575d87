import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { EnteredPriceAnswer, PricedLicenceAnswer } from "../../src/contracts/licence-money-contract";
import { type Column, DataTable } from "../applications/data-table";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import { PriceForm } from "./price-form";
import { enteredWords, priceWords, spanWords } from "./price-words";
import { useRemovePrice } from "./use-licence-money";

const useStyles = makeStyles({
  surface: { maxWidth: "min(760px, 100vw)" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
});

interface Props {
  readonly licence: PricedLicenceAnswer;
  readonly onClose: () => void;
}

type Asked = { readonly what: "correct" | "remove"; readonly price: EnteredPriceAnswer } | null;

/** Every price that was ever entered for a SKU, with who did; one can be corrected, or removed as a mistake. */
export function PriceHistory({ licence, onClose }: Props) {
  const text = useText();
  const styles = useStyles();
  const remove = useRemovePrice();
  const [asked, setAsked] = useState<Asked>(null);
  const { skuId, productName } = licence;
  const none = () => setAsked(null);
  if (asked?.what === "correct") {
    const { price, per, from, until } = asked.price;
    const start = { amount: price.amount, per, from, until };
    return <PriceForm {...{ skuId, productName, start }} fixedDay onClose={none} />;
  }
  // The question stands in the same dialog: one that takes the place of another would lose the focus between the two.
  const removing = asked?.price ?? null;
  const confirm = (from: string) => remove.mutate({ skuId, from }, { onSettled: none });
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        {removing === null ? (
          <DialogBody>
            <DialogTitle>{text("licenceMoney.prices.historyTitle", { product: productName })}</DialogTitle>
            <DialogContent>
              {remove.error !== null && (
                <ProblemMessage title={text("licenceMoney.prices.removeFailed")} problem={remove.error} />
              )}
              <Prices licence={licence} onAsk={(what, price) => setAsked({ what, price })} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("licenceMoney.prices.close")}</Button>
            </DialogActions>
          </DialogBody>
        ) : (
          <RemoveQuestion
            from={removing.from}
            busy={remove.isPending}
            onConfirm={() => confirm(removing.from)}
            onCancel={none}
          />
        )}
      </DialogSurface>
    </Dialog>
  );
}

interface QuestionProps {
  readonly from: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function RemoveQuestion({ from, busy, onConfirm, onCancel }: QuestionProps) {
  const text = useText();
  const format = useFormat();
  return (
    <DialogBody>
      <DialogTitle>{text("licenceMoney.prices.sure", { date: format.date(from) })}</DialogTitle>
      <DialogContent>{text("licenceMoney.prices.sureText")}</DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{text("common.cancel")}</Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={onConfirm}>
          {text("licenceMoney.prices.remove")}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}

interface PricesProps {
  readonly licence: PricedLicenceAnswer;
  readonly onAsk: (what: "correct" | "remove", price: EnteredPriceAnswer) => void;
}

function Prices({ licence: { productName, prices }, onAsk }: PricesProps) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { can } = useMe();
  const columns: Column<EnteredPriceAnswer & { readonly id: string }>[] = [
    {
      key: "since",
      heading: text("licenceMoney.prices.since"),
      cell: (price) => spanWords(price, text, format),
    },
    {
      key: "price",
      heading: text("licenceMoney.prices.price"),
      cell: (price) => priceWords(price, text, format),
    },
    {
      key: "by",
      heading: text("licenceMoney.prices.by"),
      room: "wide",
      cell: (price) => enteredWords(price, text, format),
    },
    {
      key: "do",
      heading: text("licenceMoney.prices.change"),
      cell: (price) => {
        const date = format.date(price.from);
        return (
          can["licence.change"] && (
            <span className={styles.buttons}>
              <Button
                size="small"
                aria-label={text("licenceMoney.prices.correctFor", { date })}
                onClick={() => onAsk("correct", price)}
              >
                {text("licenceMoney.prices.correct")}
              </Button>
              <Button
                size="small"
                aria-label={text("licenceMoney.prices.removeFor", { date })}
                onClick={() => onAsk("remove", price)}
              >
                {text("licenceMoney.prices.remove")}
              </Button>
            </span>
          )
        );
      },
    },
  ];
  const items = prices.map((price) => ({ ...price, id: price.from }));
  const label = text("licenceMoney.prices.historyTitle", { product: productName });
  return items.length === 0 ? (
    text("licenceMoney.prices.none")
  ) : (
    <DataTable label={label} columns={columns} items={items} />
  );
}
