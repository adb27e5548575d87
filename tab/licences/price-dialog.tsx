import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceAnswer } from "../../src/contracts/licence-contract";
import { useText } from "../language/use-text";
import { PriceForm } from "./price-form";

/** A button that opens the question what one seat costs from a day on. */
export function PriceDialog({ licence }: { readonly licence: LicenceAnswer }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const { skuId, productName, unitPrice } = licence;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text("licence.price.set")}</Button>
      {open && (
        <PriceForm
          skuId={skuId}
          productName={productName}
          start={newPrice(unitPrice)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** Another price from today on, like the one before it. */
export function newPrice(before: { readonly amount: string; readonly per: "month" | "year" } | null) {
  const from = new Date().toISOString().slice(0, 10);
  return { amount: before?.amount ?? "", per: before?.per ?? ("month" as const), from, until: null };
}
