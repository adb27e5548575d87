import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReplacementAgesAnswer } from "../../src/contracts/lifecycle-contract";
import type { DeviceType } from "../../src/domain/device";
import { mostYears } from "../../src/domain/lifecycle/replacement";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { Origin, SettingSection } from "./setting-section";
import { useChangeAges, useReplacementAges } from "./use-settings";

const useStyles = makeStyles({
  form: { display: "grid", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(140px, 1fr))",
    gap: tokens.spacingHorizontalM,
  },
  control: { minWidth: 0, width: "100%" },
  reason: { maxWidth: "480px" },
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
});

/** After how many years devices of each type are due. */
export function AgesSection() {
  const text = useText();
  const ages = useReplacementAges();
  return (
    <SettingSection title={text("setting.ages.title")} text={text("setting.ages.text")}>
      {ages.isPending && <LoadingState rows={2} />}
      {ages.isError && <ErrorState problem={ages.error} onRetry={() => void ages.refetch()} />}
      {ages.data && <AgesForm ages={ages.data} />}
    </SettingSection>
  );
}

function AgesForm({ ages }: { readonly ages: ReplacementAgesAnswer }) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const [typed, setTyped] = useState<ReadonlyMap<DeviceType, string>>(new Map());
  const [reason, setReason] = useState("");
  const save = useChangeAges();
  const items = [...typed].map(([type, years]) => ({ type, years: Number(years) }));
  const sound = items.every(({ years }) => Number.isInteger(years) && years >= 0 && years <= mostYears);
  const submit = () => {
    if (items.length === 0 || !sound || save.isPending) return;
    const why = reason.trim() === "" ? {} : { reason: reason.trim() };
    const forget = () => {
      setTyped(new Map());
      setReason("");
    };
    save.mutate({ items, ...why }, { onSuccess: forget });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Origin setting={ages} />
      {save.error !== null && <ProblemMessage title={text("setting.failed")} problem={save.error} />}
      <div className={styles.grid}>
        {ages.items.map(({ type, years, defaultYears }) => (
          <Field
            key={type}
            label={text(`device.type.${type}`)}
            hint={text("setting.ages.usually", { years: defaultYears })}
          >
            <Input
              className={styles.control}
              type="number"
              min={0}
              max={mostYears}
              readOnly={!can["setting.change"]}
              value={typed.get(type) ?? String(years)}
              onChange={(_, { value }) => setTyped(new Map([...typed, [type, value]]))}
            />
          </Field>
        ))}
      </div>
      {can["setting.change"] && (
        <>
          <Field className={styles.reason} label={text("setting.reason")}>
            <Input maxLength={500} value={reason} onChange={(_, { value }) => setReason(value)} />
          </Field>
          <div className={styles.actions}>
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={items.length === 0 || !sound || save.isPending}
            >
              {text("setting.ages.save")}
            </Button>
            <Text role="status">
              {save.data ? text("setting.devices", { count: save.data.devices }) : ""}
            </Text>
          </div>
        </>
      )}
    </form>
  );
}
