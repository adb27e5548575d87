import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { DocumentRegular } from "@fluentui/react-icons/svg/document";
import { type DragEvent, useRef, useState } from "react";
import { useText } from "../language/use-text";
import { sizeOf } from "./import-verdict";
import type { ImportRun } from "./use-import";

const useStyles = makeStyles({
  zone: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "center",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: tokens.spacingHorizontalL,
    minHeight: "64px",
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: { border: `${tokens.strokeWidthThin} solid ${tokens.colorCompoundBrandStroke}` },
  chosen: { justifyContent: "space-between" },
  name: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0 },
  words: { overflowWrap: "anywhere", minWidth: 0 },
  icon: { fontSize: "24px", flexShrink: 0, color: tokens.colorNeutralForeground3 },
  hint: { color: tokens.colorNeutralForeground2, flexBasis: "100%", textAlign: "center" },
});

/** By choosing or by dropping; the file chosen stays until another takes its place. */
export function FilePicker({ run }: { readonly run: ImportRun }) {
  const text = useText();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { file } = run.choice;
  const take = (files: FileList | null | undefined) => {
    setOver(false);
    const first = files?.[0];
    if (first) void run.pick(first);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset that is a flex box does not grow with what wraps in it
    <div
      role="group"
      aria-label={text("import.file")}
      className={mergeClasses(styles.zone, file !== null && styles.chosen, over && styles.over)}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {file === null ? (
        <Text>{text(over ? "import.dropNow" : "import.drop")}</Text>
      ) : (
        <FileName file={file} />
      )}
      <Button onClick={() => input.current?.click()}>
        {text(file === null ? "import.choose" : "import.chooseAnother")}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        aria-label={text("import.file")}
        hidden
        onChange={(event) => {
          take(event.target.files);
          // So that the same file, mended meanwhile, can be chosen again.
          event.target.value = "";
        }}
      />
      {file === null && (
        <Text size={200} className={styles.hint}>
          {text("import.fileHint")}
        </Text>
      )}
    </div>
  );
}

function FileName({ file }: { readonly file: { readonly name: string; readonly size: number } }) {
  const text = useText();
  const styles = useStyles();
  const { unit, size } = sizeOf(file.size);
  const words = text(`import.${unit}`, { size });
  return (
    <span className={styles.name}>
      <DocumentRegular className={styles.icon} aria-hidden />
      <Text className={styles.words}>{text("import.fileSize", { name: file.name, size: words })}</Text>
    </span>
  );
}
