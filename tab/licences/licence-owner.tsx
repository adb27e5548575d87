import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { LicenceDetailsAnswer } from "../../src/contracts/licence-contract";
import { PersonPicker } from "../inventory/person-picker";
import type { Format } from "../language/formatting";
import { useFormat } from "../language/use-format";
import { type Text, useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ProblemMessage } from "../shell/problem-message";
import { TeamCard } from "../teams/team-card";
import { useSetOwner } from "./use-licences";

const useStyles = makeStyles({
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  name: { margin: 0 },
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

type Licence = Pick<LicenceDetailsAnswer, "skuId" | "productName" | "owner">;

/** Who sees to the renewals of a SKU, and where IT chooses them. */
export function LicenceOwner({ licence }: { readonly licence: Licence }) {
  const text = useText();
  const styles = useStyles();
  const format = useFormat();
  const { can } = useMe();
  const [open, setOpen] = useState(false);
  const { owner } = licence;
  return (
    <TeamCard title={text("renewalCare.owner.title")}>
      <p className={styles.name}>{ownerWords(owner, text)}</p>
      {owner !== null && <p className={styles.note}>{chosenWords(owner, text, format)}</p>}
      <p className={styles.note}>{text("renewalCare.owner.text")}</p>
      {can["licence.change"] === true && (
        <div>
          <Button onClick={() => setOpen(true)}>
            {text(owner === null ? "renewalCare.owner.choose" : "renewalCare.owner.change")}
          </Button>
        </div>
      )}
      {open && <OwnerDialog licence={licence} onClose={() => setOpen(false)} />}
    </TeamCard>
  );
}

function ownerWords(owner: Licence["owner"], text: Text): string {
  if (owner === null) return text("renewalCare.owner.none");
  return owner.active ? owner.name : text("renewalCare.left", { name: owner.name });
}

function chosenWords(
  { chosenAt, chosenByName }: NonNullable<Licence["owner"]>,
  text: Text,
  format: Format,
): string {
  const day = format.date(chosenAt.slice(0, 10));
  return chosenByName === null
    ? text("renewalCare.owner.chosen", { day })
    : text("renewalCare.owner.chosenBy", { name: chosenByName, day });
}

function OwnerDialog({ licence, onClose }: { readonly licence: Licence; readonly onClose: () => void }) {
  const text = useText();
  const styles = useStyles();
  const save = useSetOwner(licence.skuId);
  const [person, setPerson] = useState<{ readonly id: string; readonly name: string } | null>(
    licence.owner?.active === true ? licence.owner : null,
  );
  const submit = () => {
    if (!save.isPending) save.mutate(person?.id ?? null, { onSuccess: onClose });
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text("renewalCare.owner.choose")}</DialogTitle>
          <DialogContent className={styles.content}>
            {save.error !== null && (
              <ProblemMessage title={text("renewalCare.owner.failed")} problem={save.error} />
            )}
            <Field label={text("renewalCare.owner.person")} hint={text("renewalCare.owner.hint")}>
              <PersonPicker value={person} onChange={setPerson} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text("common.cancel")}</Button>
            <Button
              appearance="primary"
              disabledFocusable={save.isPending || (person?.id ?? null) === (licence.owner?.id ?? null)}
              onClick={submit}
            >
              {text("renewalCare.owner.save")}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
