import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ImportAnswer, runImport } from "../../src/contracts/import-contract";
import type { DeviceStatus } from "../../src/domain/device";
import type { SaidDayOrder } from "../../src/domain/import/day-text";
import type { ImportKind, ImportSource } from "../../src/domain/import/import";
import { lineList } from "../../src/domain/import/resolution";
import type { Resolution } from "../../src/domain/provenance";
import { call } from "../call";
import { CallProblem } from "../call-problem";
import { appliedUnder } from "./import-progress";
import { readRegisterAgain } from "./read-register-again";

/**
 * The bytes as they were when the file was chosen: what is applied is what was previewed, even when the file is
 * saved anew or moved in between.
 */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: Blob;
}

export interface ImportChoice {
  readonly kind: ImportKind;
  readonly source: ImportSource | "auto";
  readonly file: PickedFile | null;
  /** What the columns mean, as said in this dialog; null as Toolroll understands or remembers them. */
  readonly mapping: Readonly<Record<string, string>> | null;
  readonly decisions: Decisions;
  /** What labels that nobody has mapped are to stand for, as said in this dialog. */
  readonly labels: Readonly<Record<string, DeviceStatus>>;
  /** Whether the file writes day or month first, as said in this dialog. */
  readonly days: SaidDayOrder | null;
}

/** What is to become of fields that somebody set by hand. */
export interface Decisions {
  readonly all: Resolution | null;
  readonly byLine: Readonly<Record<number, Resolution>>;
}

const undecided: Decisions = { all: null, byLine: {} };
const nothingSaid = { mapping: null, decisions: undecided, labels: {}, days: null } as const;

/** Choosing checks the file at once; nothing is written before `apply`. */
export function useImport(kind: ImportKind) {
  const client = useQueryClient();
  const [choice, setChoice] = useState<ImportChoice>({
    kind,
    source: "auto",
    file: null,
    ...nothingSaid,
  });
  const [unreadable, setUnreadable] = useState(false);
  const [last, setLast] = useState<ImportAnswer | undefined>();
  const preview = useMutation({
    mutationFn: (wanted: ImportChoice) => send(wanted, "preview"),
    onSuccess: setLast,
  });
  const [key, setKey] = useState("");
  const apply = useMutation({
    mutationFn: (wanted: ImportChoice) => {
      const made = crypto.randomUUID();
      setKey(made);
      return sentForSure(wanted, made, preview.data);
    },
    onSuccess: () => readRegisterAgain(client),
  });

  /** Another file, kind or source is another question; what was decided for the one before says nothing of it. */
  const choose = (change: Partial<ImportChoice>) => {
    const isOther = "kind" in change || "source" in change || "file" in change;
    const next = { ...choice, ...(isOther ? nothingSaid : {}), ...change };
    setChoice(next);
    setLast(undefined);
    apply.reset();
    preview.reset();
    if (next.file !== null) preview.mutate(next);
  };
  const pick = async (file: File) => {
    setUnreadable(false);
    try {
      const bytes = new Blob([await file.arrayBuffer()]);
      choose({ file: { name: file.name, size: file.size, bytes } });
    } catch {
      setUnreadable(true);
    }
  };
  const startAgain = () => choose({ file: null });
  /** The rows stay on the screen while what was said is taken into account. */
  const say = (said: Partial<Pick<ImportChoice, "decisions" | "labels" | "days">>) => {
    const next = { ...choice, ...said };
    setChoice(next);
    apply.reset();
    preview.mutate(next);
  };
  const decide = (decisions: Decisions) => say({ decisions });
  const mapLabels = (labels: ImportChoice["labels"]) => say({ labels });
  const sayDays = (days: SaidDayOrder) => say({ days });
  const answer = apply.data ?? preview.data ?? (preview.isPending ? last : undefined);
  return {
    ...{ choice, choose, decide, mapLabels, sayDays, pick, unreadable, preview, apply },
    ...{ answer, startAgain, progressKey: key },
  };
}

export type ImportRun = ReturnType<typeof useImport>;

/** Applies; where the answer is lost on its way, the server is asked what became of it before anything is said. */
async function sentForSure(
  choice: ImportChoice,
  key: string,
  previewed: ImportAnswer | undefined,
): Promise<ImportAnswer> {
  try {
    return await send(choice, "apply", key);
  } catch (lost) {
    if (!(lost instanceof CallProblem) || lost.status !== 0 || previewed === undefined) throw lost;
    const applied = await appliedUnder(key);
    if (applied === null) throw lost;
    return { ...previewed, ...applied, mode: "apply", applied: true, problems: [], contested: 0 };
  }
}

function send(choice: ImportChoice, mode: "preview" | "apply", key?: string): Promise<ImportAnswer> {
  const { kind, source, file, mapping, decisions, labels, days } = choice;
  if (file === null) throw new Error("no file was chosen");
  const linesOf = (resolution: Resolution) =>
    lineList(
      Object.keys(decisions.byLine)
        .map(Number)
        .filter((line) => decisions.byLine[line] === resolution),
    );
  const said = {
    ...(mapping === null ? {} : { mapping: JSON.stringify(mapping) }),
    ...(Object.keys(labels).length === 0 ? {} : { labels: JSON.stringify(labels) }),
    ...(days === null ? {} : { days }),
    ...(decisions.all === null ? {} : { resolve: decisions.all }),
    keep: linesOf("keep"),
    take: linesOf("take"),
    ...(mode === "apply" ? { fileName: file.name } : {}),
  };
  return call(runImport, {
    query: { kind, mode, source, ...said, ...(key === undefined ? {} : { key }) },
    body: file.bytes,
  });
}
