import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { OsSupportAnswer } from "../../src/contracts/lifecycle-contract";
import { saveFile } from "../export/save-file";
import { useText } from "../language/use-text";
import { useMe } from "../session/session";
import { ErrorState } from "../shell/error-state";
import { LoadingState } from "../shell/loading-state";
import { ProblemMessage } from "../shell/problem-message";
import { OsTable } from "./os-table";
import { ResetDialog } from "./reset-dialog";
import { Origin, SettingSection } from "./setting-section";
import { type OsTableBody, useOsSupport, useSetOsSupport } from "./use-settings";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  problem: { color: tokens.colorStatusDangerForeground1 },
});

/** The table of ends of support: to be read, taken away, replaced, and given up again. */
export function OsSupportSection() {
  const text = useText();
  const table = useOsSupport();
  return (
    <SettingSection title={text("setting.os.title")} text={text("setting.os.text")}>
      {table.isPending && <LoadingState rows={6} />}
      {table.isError && <ErrorState problem={table.error} onRetry={() => void table.refetch()} />}
      {table.data && (
        <>
          <Origin setting={table.data} />
          <OsActions table={table.data} />
          <OsTable table={table.data} />
        </>
      )}
    </SettingSection>
  );
}

function OsActions({ table }: { readonly table: OsSupportAnswer }) {
  const text = useText();
  const styles = useStyles();
  const { can } = useMe();
  const picker = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const [notJson, setNotJson] = useState(false);
  const save = useSetOsSupport();
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    save.reset();
    const content = jsonOf(await file.text());
    setNotJson(content === null);
    if (content !== null) save.mutate(content);
  };
  return (
    <>
      <div className={styles.actions}>
        <Button onClick={() => saveFile(fileOf(table))}>{text("setting.os.download")}</Button>
        {can["setting.change"] && (
          <>
            <Button disabledFocusable={save.isPending} onClick={() => picker.current?.click()}>
              {text("setting.os.replace")}
            </Button>
            <input
              ref={picker}
              type="file"
              accept="application/json,.json"
              hidden
              aria-label={text("setting.os.replace")}
              onChange={({ currentTarget }) => {
                void take(currentTarget.files?.[0]);
                currentTarget.value = "";
              }}
            />
            {table.own && (
              <Button disabledFocusable={save.isPending} onClick={() => setAsked(true)}>
                {text("setting.os.reset")}
              </Button>
            )}
          </>
        )}
        <Text role="status">{save.data ? text("setting.devices", { count: save.data.devices }) : ""}</Text>
      </div>
      {notJson && (
        <Text role="alert" className={styles.problem}>
          {text("setting.os.notJson")}
        </Text>
      )}
      {save.error !== null && <ProblemMessage title={text("setting.failed")} problem={save.error} />}
      {asked && (
        <ResetDialog
          onClose={() => setAsked(false)}
          onReset={() => {
            setAsked(false);
            save.mutate(null);
          }}
        />
      )}
    </>
  );
}

/** What is uploaded again as it is leaves everything as it was. */
function fileOf({ releases, withoutDates }: OsSupportAnswer) {
  const text = JSON.stringify({ releases, withoutDates }, null, 2);
  return { name: "toolroll-os-support.json", content: new Blob([text], { type: "application/json" }) };
}

/** The server says what is wrong with what is JSON. */
function jsonOf(text: string): OsTableBody | null {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as OsTableBody;
  } catch {
    return null;
  }
}
