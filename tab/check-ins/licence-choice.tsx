import { Field, Select } from "@fluentui/react-components";
import { useText } from "../language/use-text";
import { useEveryLicence } from "../licences/use-licences";
import type { DraftFields } from "./check-in-draft";

interface Props {
  readonly fields: Pick<DraftFields, "licence">;
  readonly onChange: (changed: Partial<DraftFields>) => void;
  readonly problem: string | null;
}

/** One licence of those that were read from Microsoft 365; who holds it is asked. */
export function LicenceChoice({ fields: { licence }, onChange, problem }: Props) {
  const text = useText();
  const { data } = useEveryLicence();
  const licences = data ?? [];
  return (
    <Field
      label={text("checkInForm.licenceName")}
      hint={text(
        data !== undefined && licences.length === 0 ? "checkInForm.noLicences" : "checkInForm.licenceHint",
      )}
      validationMessage={problem}
      required
    >
      <Select
        value={licence?.id ?? ""}
        onChange={(_, { value }) => {
          const chosen = licences.find(({ skuId }) => skuId === value);
          onChange({ licence: chosen ? { id: chosen.skuId, name: chosen.productName } : null });
        }}
      >
        <option value="">{text("checkInForm.licenceChoose")}</option>
        {licences.map(({ skuId, productName }) => (
          <option key={skuId} value={skuId}>
            {productName}
          </option>
        ))}
      </Select>
    </Field>
  );
}
