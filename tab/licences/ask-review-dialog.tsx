import { Button, Field, Input, Text } from "@fluentui/react-components";
import { useState } from "react";
import { useLocation, useNavigate } from "react-router";
import type { LicenceAnswer } from "../../src/contracts/licence-contract";
import { addDays } from "../../src/domain/instant";
import { closingOf, dayText } from "../check-ins/check-in-draft";
import { useCreateCheckIn } from "../check-ins/use-check-ins";
import { useText } from "../language/use-text";
import { keptSearch } from "../shell/kept-address";
import { SmallDialog } from "../shell/small-dialog";

const daysOpen = 14;
const reminders = 2;

/** A button that drafts the question to people who do not use a licence; launching is a decision of its own. */
export function AskReview({ licence }: { readonly licence: LicenceAnswer }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text("licenceReview.ask.action")}</Button>
      {open && <AskForm licence={licence} onClose={() => setOpen(false)} />}
    </>
  );
}

interface FormProps {
  readonly licence: LicenceAnswer;
  readonly onClose: () => void;
}

function AskForm({ licence: { skuId, productName: product }, onClose }: FormProps) {
  const text = useText();
  const navigate = useNavigate();
  const { search } = useLocation();
  const [title, setTitle] = useState(() => text("licenceReview.ask.nameDefault", { product }));
  const [closesOn, setClosesOn] = useState(() => dayText(addDays(new Date(), daysOpen)));
  const create = useCreateCheckIn();
  const sound = title.trim() !== "" && closesOn > dayText(new Date());
  const save = () => {
    const draft = { purpose: "licence-review" as const, title: title.trim(), audience: { skuId }, skuId };
    create.mutate(
      { ...draft, closesAt: closingOf(closesOn), reminders },
      {
        onSuccess: ({ id }) => void navigate({ pathname: `/check-ins/${id}`, search: keptSearch(search) }),
      },
    );
  };
  return (
    <SmallDialog
      title={text("licenceReview.ask.title", { product })}
      problem={create.error}
      problemTitle={text("licenceReview.ask.failed")}
      pending={create.isPending}
      unfinished={!sound}
      saveWords={text("licenceReview.ask.save")}
      onSave={save}
      onClose={onClose}
    >
      <Text>{text("licenceReview.ask.text")}</Text>
      <Field label={text("licenceReview.ask.name")} required>
        <Input value={title} maxLength={200} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={text("licenceReview.ask.closes")} required>
        <Input type="date" value={closesOn} onChange={(_, { value }) => setClosesOn(value)} />
      </Field>
    </SmallDialog>
  );
}
