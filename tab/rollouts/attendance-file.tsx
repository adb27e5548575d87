import { Button, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import {
  type AttendanceFileAnswer,
  getAttendanceFile,
  type TrainingAnswer,
} from "../../src/contracts/training-contract";
import { type Column, DataTable } from "../applications/data-table";
import { saveFile } from "../governance/save-file";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import { ProblemMessage } from "../shell/problem-message";
import { SmallDialog } from "../shell/small-dialog";
import { useReadAttendance } from "./use-rollouts";

const useStyles = makeStyles({
  list: { maxHeight: "260px", overflowY: "auto" },
  file: { maxWidth: "100%", color: tokens.colorNeutralForeground1 },
  save: { alignSelf: "flex-start" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** A file of who was at a session is looked through when it is chosen; only one that is right as a whole can be written. */
export function AttendanceFileDialog({
  training: { id, title },
  onClose,
}: {
  readonly training: Pick<TrainingAnswer, "id" | "title">;
  readonly onClose: () => void;
}) {
  const text = useText();
  const styles = useStyles();
  const look = useReadAttendance(id);
  const write = useReadAttendance(id);
  const [file, setFile] = useState<Blob | null>(null);
  const save = useMutation({
    mutationFn: () => saveFile(getAttendanceFile, { params: { id } }, "toolroll-attendance.csv"),
  });
  const found = write.data?.applied === false ? write.data : look.data;
  const sound = found !== undefined && found.rows.stopping === 0 && found.rows.total > 0;
  const pick = async (picked: File | undefined) => {
    if (picked === undefined) return;
    // The bytes as they are now: what is written is what was looked through.
    const bytes = new Blob([await picked.arrayBuffer()]);
    setFile(bytes);
    write.reset();
    look.mutate({ file: bytes, mode: "preview" });
  };
  const apply = () => {
    if (file === null) return;
    write.mutate({ file, mode: "apply" }, { onSuccess: ({ applied }) => applied && onClose() });
  };
  return (
    <SmallDialog
      title={text("attendance.title", { title })}
      problem={look.error ?? write.error}
      problemTitle={text("attendance.failed")}
      pending={look.isPending || write.isPending}
      unfinished={!sound || file === null}
      saveWords={text("attendance.apply")}
      onSave={apply}
      onClose={onClose}
    >
      <Text>{text("attendance.text")}</Text>
      <Button className={styles.save} disabledFocusable={save.isPending} onClick={() => save.mutate()}>
        {text("attendance.template")}
      </Button>
      {save.error !== null && (
        <ProblemMessage problem={save.error} title={text("attendance.templateFailed")} />
      )}
      <Field label={text("attendance.choose")}>
        <input
          type="file"
          aria-label={text("attendance.choose")}
          accept=".csv,.txt,.tsv,text/csv"
          className={styles.file}
          onChange={(event) => void pick(event.target.files?.[0])}
        />
      </Field>
      {found && <Found found={found} />}
    </SmallDialog>
  );
}

type Row = AttendanceFileAnswer["verdicts"][number] & { readonly id: string };

function Found({ found: { rows, verdicts, verdictsCut } }: { readonly found: AttendanceFileAnswer }) {
  const text = useText();
  const format = useFormat();
  const styles = useStyles();
  const { attended, absent, unchanged, stopping } = rows;
  const was = (before: boolean | null) =>
    before === null ? "" : text(`attendance.verdict.${before ? "attended" : "absent"}`);
  const columns: Column<Row>[] = [
    { key: "line", heading: text("attendance.line"), cell: ({ line }) => format.number(line) },
    {
      key: "person",
      heading: text("attendance.person"),
      cell: (row) => row.personName ?? row.text,
    },
    {
      key: "verdict",
      heading: text("attendance.verdict"),
      cell: ({ verdict }) => text(`attendance.verdict.${verdict}`),
    },
    {
      key: "before",
      heading: text("attendance.before"),
      cell: ({ before }) => <span className={styles.quiet}>{was(before)}</span>,
    },
  ];
  const label = text("attendance.rows");
  return (
    <>
      <Text role="status">
        {text("attendance.found", { attended, absent, unchanged, stopping })}{" "}
        {stopping > 0 && text("attendance.wrong")}
      </Text>
      {verdicts.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <section className={styles.list} tabIndex={0} aria-label={label}>
          <DataTable
            label={label}
            columns={columns}
            items={verdicts.map((row) => ({ ...row, id: String(row.line) }))}
          />
        </section>
      )}
      {verdictsCut && <Text className={styles.quiet}>{text("attendance.cut")}</Text>}
    </>
  );
}
