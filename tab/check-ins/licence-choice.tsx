import { useText } from "../language/use-text";
import { useEveryLicence } from "../licences/use-licences";
import type { DraftFields } from "./check-in-draft";
import { ChoiceSelect } from "./choice-select";

interface Props {
  readonly fields: Pick<DraftFields, "licence">;
  readonly onChange: (changed: Partial<DraftFields>) => void;
  readonly problem: string | null;
}

/** One licence of those that were read from Microsoft 365; who holds it is asked. */
export function LicenceChoice({ fields: { licence }, onChange, problem }: Props) {
  const text = useText();
  const { data } = useEveryLicence();
  const items = (data ?? []).map(({ skuId, productName }) => ({ id: skuId, name: productName }));
  return (
    <ChoiceSelect
      label={text("checkInForm.licenceName")}
      hint={text(data?.length === 0 ? "checkInForm.noLicences" : "checkInForm.licenceHint")}
      choose={text("checkInForm.licenceChoose")}
      problem={problem}
      choices={[{ id: "all", name: null, items }]}
      value={licence}
      onChange={(chosen) => onChange({ licence: chosen })}
    />
  );
}
