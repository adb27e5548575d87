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
import { type FormEvent, useState } from "react";
import type { CheckInAnswer } from "../../src/contracts/check-in-contract";
import { useText } from "../language/use-text";
import { leadToWrongField } from "../shell/lead-to-wrong-field";
import { ProblemMessage } from "../shell/problem-message";
import { AudienceField } from "./audience-field";
import { CardPreview } from "./card-preview";
import { type DraftFields, draftOf, emptyDraft, missingAudience, missingIn } from "./check-in-draft";
import { DraftPreview } from "./draft-preview";
import { RepeatField } from "./repeat-field";
import { useCreateCheckIn } from "./use-check-ins";

const useStyles = makeStyles({
  fields: { display: "grid", gap: tokens.spacingVerticalL },
});

interface Props {
  readonly onClose: () => void;
  readonly onSaved: (saved: CheckInAnswer) => void;
}

/** Saves a draft; launching is a second, separate decision. */
export function NewCheckInDialog({ onClose, onSaved }: Props) {
  const styles = useStyles();
  const text = useText();
  const [fields, setFields] = useState<DraftFields>(() =>
    emptyDraft(text("checkInForm.titleDefault"), new Date()),
  );
  const [tried, setTried] = useState(false);
  const create = useCreateCheckIn();
  const missing = missingIn(fields, new Date());
  const audience = missingAudience(fields);
  const change = (changed: Partial<DraftFields>) => setFields((before) => ({ ...before, ...changed }));
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (missing.size === 0) create.mutate(draftOf(fields), { onSuccess: onSaved });
    leadToWrongField(event.currentTarget);
  };
  const wrong = (field: Parameters<typeof missing.has>[0], key: Parameters<typeof text>[0]) =>
    tried && missing.has(field) ? text(key) : null;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={save} noValidate>
          <DialogBody>
            <DialogTitle>{text("checkIn.new")}</DialogTitle>
            <DialogContent className={styles.fields}>
              <Field
                label={text("checkInForm.title")}
                hint={text("checkInForm.titleHint")}
                validationMessage={wrong("title", "checkInForm.titleMissing")}
                required
              >
                <Input
                  value={fields.title}
                  maxLength={200}
                  onChange={(_, { value }) => change({ title: value })}
                />
              </Field>
              <AudienceField
                fields={fields}
                onChange={change}
                problem={audience === null || !tried ? null : text(`checkInForm.missing.${audience}`)}
              />
              <DraftPreview fields={fields} />
              <Field
                label={text("checkInForm.opensOn")}
                hint={text("checkInForm.opensOnHint")}
                validationMessage={wrong("opensOn", "checkInForm.opensOnLate")}
              >
                <Input
                  type="date"
                  value={fields.opensOn}
                  onChange={(_, { value }) => change({ opensOn: value })}
                />
              </Field>
              <Field
                label={text("checkInForm.closesAt")}
                validationMessage={wrong("closesOn", "checkInForm.closesAtMissing")}
                required
              >
                <Input
                  type="date"
                  value={fields.closesOn}
                  onChange={(_, { value }) => change({ closesOn: value })}
                />
              </Field>
              <Field label={text("checkInForm.reminders")} hint={text("checkInForm.remindersHint")}>
                <Select
                  value={String(fields.reminders)}
                  onChange={(_, { value }) => change({ reminders: Number(value) })}
                >
                  {[0, 1, 2].map((count) => (
                    <option key={count} value={count}>
                      {text(`checkInForm.reminders.${count as 0 | 1 | 2}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <RepeatField fields={fields} onChange={change} />
              <CardPreview fields={fields} />
              {create.error !== null && (
                <ProblemMessage problem={create.error} title={text("checkInForm.failed")} />
              )}
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{text("common.cancel")}</Button>
              <Button type="submit" appearance="primary" disabledFocusable={create.isPending}>
                {text(create.isPending ? "checkInForm.saving" : "checkInForm.save")}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
