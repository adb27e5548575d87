import { isAmount, type Money } from "../money";

export type MoneyReading =
  | { readonly kind: "money"; readonly money: Money }
  | { readonly kind: "unreadable" }
  | { readonly kind: "currency-unknown" };

const signs: ReadonlyMap<string, string> = new Map([
  ["£", "GBP"],
  ["€", "EUR"],
  ["US$", "USD"],
]);

/** ISO 4217 codes that a council meets; a sign that several countries share (`$`, `kr`) is not guessed at. */
const currencies = new Set([
  "GBP",
  "EUR",
  "USD",
  "AUD",
  "CAD",
  "CHF",
  "CZK",
  "DKK",
  "ISK",
  "JPY",
  "NOK",
  "NZD",
  "PLN",
  "SEK",
]);

/**
 * An amount of money as people and exports write it: `£1,234.56`, `1234.5`, `GBP 12`, `1.234,56 €`.
 * @param currency code of a column beside it; without one, and without a sign, it is pounds
 */
export function readMoney(value: string, currency: string | null): MoneyReading {
  const match = /^([^\d.,+-]*)\s*([\d.,'\s]+?)\s*([^\d.,+-]*)$/u.exec(value.normalize("NFKC").trim());
  if (!match) return { kind: "unreadable" };
  const [, before = "", figure = "", after = ""] = match;
  const own = `${before.trim()}${after.trim()}`;
  const beside = currency?.trim() ?? "";
  const code = codeOf(own || beside);
  const contradicts = own !== "" && beside !== "" && codeOf(beside) !== code;
  if (code === null || contradicts) return { kind: "currency-unknown" };
  const amount = amountOf(figure.replace(/[\s']/gu, ""));
  return amount === null ? { kind: "unreadable" } : { kind: "money", money: { amount, currency: code } };
}

function codeOf(mark: string): string | null {
  if (mark === "") return "GBP";
  const code = signs.get(mark) ?? mark.toUpperCase();
  return currencies.has(code) ? code : null;
}

/** `1,234.56` and `1.234,56` show their own point; a lone comma before three figures separates thousands. */
function amountOf(figure: string): string | null {
  const english = /^\d{1,3}(,\d{3})*(\.\d{1,2})?$|^\d+(\.\d{1,2})?$|^\d+\.\d{2}0+$/;
  const continental = /^\d{1,3}(\.\d{3})+,\d{1,2}$|^\d+,\d{1,2}$/;
  const plain = english.test(figure)
    ? figure.replaceAll(",", "")
    : continental.test(figure)
      ? figure.replaceAll(".", "").replace(",", ".")
      : null;
  if (plain === null) return null;
  const [pounds = "", pence] = plain.split(".");
  const amount = `${pounds.replace(/^0+(?=\d)/, "")}${pence === undefined ? "" : `.${pence.slice(0, 2)}`}`;
  return isAmount(amount) ? amount : null;
}

/** Whether two amounts are the same money: `12.5` and `12.50` are. */
export function isSameMoney(one: Money | null, other: Money | null): boolean {
  if (one === null || other === null) return one === other;
  return one.currency === other.currency && pence(one.amount) === pence(other.amount);
}

function pence(amount: string): string {
  const [pounds = "", part = ""] = amount.split(".");
  return `${pounds.replace(/^0+(?=\d)/, "")}.${part.padEnd(2, "0")}`;
}
