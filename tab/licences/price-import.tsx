import { Button, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { PriceImportAnswer } from "../../src/contracts/licence-money-contract";
import { type Column, DataTable } from "../applications/data-table";
import { useText } from "../language/use-text";
import { SmallDialog } from "../shell/small-dialog";
import { useImportPrices } from "./use-licence-money";

const useStyles = makeStyles({
  list: { maxHeight: "240px", overflowY: "auto" },
  file: { maxWidth: "100%", color: tokens.colorNeutralForeground1 },
});

/** A button that opens the import of a file of prices. */
export function PriceImport() {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text("licenceMoney.file.open")}</Button>
      {open && <ImportForm onClose={() => setOpen(false)} />}
    </>
  );
}

/** The file is looked through when it is chosen; only one that is right as a whole can be written. */
function ImportForm({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const styles = useStyles();
  const look = useImportPrices();
  const write = useImportPrices();
  const [file, setFile] = useState<Blob | null>(null);
  const found = look.data;
  const sound = found?.problems.every(({ severity }) => severity === "warning") ?? false;
  const pick = async (picked: File | undefined) => {
    if (picked === undefined) return;
    // The bytes as they are now: what is written is what was looked through.
    const bytes = new Blob([await picked.arrayBuffer()]);
    setFile(bytes);
    write.reset();
    look.mutate({ file: bytes, mode: "preview" });
  };
  return (
    <SmallDialog
      title={text("licenceMoney.file.title")}
      problem={look.error ?? write.error}
      problemTitle={text("licenceMoney.file.failed")}
      pending={look.isPending || write.isPending}
      unfinished={!sound || file === null}
      saveWords={text("licenceMoney.file.apply")}
      onSave={() => file && write.mutate({ file, mode: "apply" }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Text>{text("licenceMoney.file.text")}</Text>
      <Field label={text("licenceMoney.file.choose")}>
        <input
          type="file"
          aria-label={text("licenceMoney.file.choose")}
          accept=".csv,text/csv"
          className={styles.file}
          onChange={(event) => void pick(event.target.files?.[0])}
        />
      </Field>
      {found && <Found found={found} sound={sound} />}
    </SmallDialog>
  );
}

interface FoundProps {
  readonly found: PriceImportAnswer;
  readonly sound: boolean;
}

function Found({ found: { rows, problems }, sound }: FoundProps) {
  const text = useText();
  const styles = useStyles();
  const { create, update, unchanged, error } = rows;
  const columns: Column<PriceImportAnswer["problems"][number] & { readonly id: string }>[] = [
    { key: "line", heading: text("licenceMoney.file.line"), cell: ({ line }) => line },
    { key: "column", heading: text("licenceMoney.file.column"), cell: ({ column }) => column },
    { key: "message", heading: text("licenceMoney.file.message"), cell: ({ message }) => message },
  ];
  const label = text("licenceMoney.file.problems");
  return (
    <>
      <Text role="status">
        {text("licenceMoney.file.rows", { create, update, unchanged, error })}{" "}
        {!sound && text("licenceMoney.file.wrong")}
      </Text>
      {problems.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <section className={styles.list} tabIndex={0} aria-label={label}>
          <DataTable
            label={label}
            columns={columns}
            items={problems.map((problem, at) => ({ ...problem, id: String(at) }))}
          />
        </section>
      )}
    </>
  );
}
