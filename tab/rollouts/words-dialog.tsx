import { Field, Text, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { SmallDialog } from "../shell/small-dialog";

interface Props {
  readonly title: string;
  readonly intro?: string;
  readonly label: string;
  /** What is said when nothing was typed; without it nothing has to be. */
  readonly missing?: string;
  readonly save: string;
  readonly failed: string;
  readonly problem: unknown;
  readonly pending: boolean;
  readonly onSave: (words: string) => void;
  readonly onClose: () => void;
}

/** One text to be typed before something is done. */
export function WordsDialog(props: Props) {
  const { title, intro, label, missing, save, failed, problem, pending, onSave, onClose } = props;
  const [words, setWords] = useState("");
  const [tried, setTried] = useState(false);
  const lacking = missing !== undefined && words.trim() === "";
  return (
    <SmallDialog
      title={title}
      problem={problem}
      problemTitle={failed}
      pending={pending}
      saveWords={save}
      onSave={() => {
        setTried(true);
        if (!lacking) onSave(words.trim());
      }}
      onClose={onClose}
    >
      {intro !== undefined && <Text>{intro}</Text>}
      <Field
        label={label}
        validationMessage={tried && lacking ? missing : null}
        required={missing !== undefined}
      >
        <Textarea value={words} maxLength={500} onChange={(_, { value }) => setWords(value)} />
      </Field>
    </SmallDialog>
  );
}
