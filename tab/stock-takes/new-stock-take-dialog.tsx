import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import type { StockTakeAnswer } from "../../src/contracts/stock-take-contract";
import { TeamChoice } from "../check-ins/team-choice";
import { useText } from "../language/use-text";
import { leadToWrongField } from "../shell/lead-to-wrong-field";
import { ProblemMessage } from "../shell/problem-message";
import { emptyFields, missingIn, type StockTakeFields, wantedOf } from "./stock-take-draft";
import { useStart } from "./use-stock-takes";

const useStyles = makeStyles({
  fields: { display: "grid", gap: tokens.spacingVerticalL },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly onClose: () => void;
  readonly onStarted: (started: StockTakeAnswer) => void;
}

/** Which teams are looked at, and whether their holders are asked. */
export function NewStockTakeDialog({ onClose, onStarted }: Props) {
  const styles = useStyles();
  const text = useText();
  const [fields, setFields] = useState<StockTakeFields>(() =>
    emptyFields(text("stockTake.form.titleDefault"), new Date()),
  );
  const [tried, setTried] = useState(false);
  const start = useStart();
  const missing = missingIn(fields, new Date());
  const change = (changed: Partial<StockTakeFields>) => setFields((before) => ({ ...before, ...changed }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (missing.size === 0 && !start.isPending) start.mutate(wantedOf(fields), { onSuccess: onStarted });
    leadToWrongField(event.currentTarget);
  };
  const wrong = (field: Parameters<typeof missing.has>[0], key: Parameters<typeof text>[0]) =>
    tried && missing.has(field) ? text(key) : null;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{text("stockTake.new")}</DialogTitle>
            <DialogContent className={styles.fields}>
              <Text className={styles.hint}>{text("stockTake.form.hint")}</Text>
              <Field
                label={text("stockTake.form.title")}
                validationMessage={wrong("title", "stockTake.form.titleMissing")}
                required
              >
                <Input
                  value={fields.title}
                  maxLength={200}
                  onChange={(_, { value }) => change({ title: value })}
                />
              </Field>
              <TeamChoice
                fields={fields}
                onChange={change}
                problem={wrong("teams", "stockTake.form.teamMissing")}
              />
              <Checkbox
                checked={fields.ask}
                label={text("stockTake.form.ask")}
                onChange={(_, { checked }) => change({ ask: checked === true })}
              />
              {fields.ask && (
                <Field
                  label={text("stockTake.form.closesAt")}
                  validationMessage={wrong("closesOn", "stockTake.form.closesAtMissing")}
                  required
                >
                  <Input
                    type="date"
                    value={fields.closesOn}
                    onChange={(_, { value }) => change({ closesOn: value })}
                  />
                </Field>
              )}
              {start.error !== null && (
                <ProblemMessage problem={start.error} title={text("stockTake.form.failed")} />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("common.cancel")}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={start.isPending}>
                {text(start.isPending ? "stockTake.form.starting" : "stockTake.form.start")}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
