import type { EnteredPriceAnswer } from "../../src/contracts/licence-money-contract";
import type { Format } from "../language/formatting";
import type { Text } from "../language/use-text";

type Span = Pick<EnteredPriceAnswer, "from" | "until">;

/** "£30.00 a month". */
export function priceWords(
  { price, per }: Pick<EnteredPriceAnswer, "price" | "per">,
  text: Text,
  format: Format,
): string {
  return `${format.money(price)} ${text(`licence.per.${per}`)}`;
}

/** From when, and until when where it ends. */
export function spanWords({ from, until }: Span, text: Text, format: Format): string {
  if (until === null) return text("licenceMoney.prices.from", { date: format.date(from) });
  return text("licenceMoney.prices.span", { from: format.date(from), until: format.date(until) });
}

/** When it was entered, and by whom while that person is in the directory. */
export function enteredWords({ setAt, setByName }: EnteredPriceAnswer, text: Text, format: Format): string {
  const date = format.date(setAt);
  return setByName === null
    ? text("licenceMoney.prices.enteredAt", { date })
    : text("licenceMoney.prices.entered", { date, name: setByName });
}
