import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ImportAnswer, runImport } from "../../src/contracts/import-contract";
import type { ImportKind, ImportSource } from "../../src/domain/import/import";
import { call } from "../call";
import { startListsAgain } from "../inventory/device-cache";

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
}

/** Choosing checks the file at once; nothing is written before `apply`. */
export function useImport() {
  const client = useQueryClient();
  const [choice, setChoice] = useState<ImportChoice>({ kind: "devices", source: "auto", file: null });
  const [unreadable, setUnreadable] = useState(false);
  const preview = useMutation({ mutationFn: (wanted: ImportChoice) => send(wanted, "preview") });
  const apply = useMutation({
    mutationFn: (wanted: ImportChoice) => send(wanted, "apply"),
    onSuccess: async () => {
      await Promise.all([
        startListsAgain(client),
        client.invalidateQueries({ queryKey: ["teams"] }),
        client.invalidateQueries({ queryKey: ["people"] }),
      ]);
    },
  });

  const choose = (change: Partial<ImportChoice>) => {
    const next = { ...choice, ...change };
    setChoice(next);
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
  return { choice, choose, pick, unreadable, preview, apply, startAgain };
}

export type ImportRun = ReturnType<typeof useImport>;

function send({ kind, source, file }: ImportChoice, mode: "preview" | "apply"): Promise<ImportAnswer> {
  if (file === null) throw new Error("no file was chosen");
  return call(runImport, { query: { kind, mode, source }, body: file.bytes });
}
