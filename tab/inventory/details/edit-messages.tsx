import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useRef } from "react";
import { useText } from "../../language/use-text";
import { ProblemMessage } from "../../shell/problem-message";
import { useInSight } from "../../shell/use-in-sight";
import { fieldWords } from "./field-words";
import type { DeviceEdit } from "./use-edit-device";
import { useKeptFocus } from "./use-kept-focus";

/** Why a change was not saved and what to do, or that another version now lies underneath. */
export function EditMessages({ edit }: { readonly edit: DeviceEdit }) {
  const text = useText();
  const { save, stale, reload, clashes } = edit;
  const merged = useRef<HTMLDivElement>(null);
  useKeptFocus(merged, clashes);
  const staleRoot = useInSight<HTMLDivElement>(stale ? save.error : null);
  return (
    <>
      {stale && (
        <div ref={staleRoot} role="alert">
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{text("inventory.staleTitle")}</MessageBarTitle> {text("inventory.staleText")}
            </MessageBarBody>
            <MessageBarActions>
              <Button size="small" disabledFocusable={reload.isPending} onClick={() => reload.mutate()}>
                {text("inventory.staleReload")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        </div>
      )}
      {reload.error !== null && (
        <ProblemMessage title={text("inventory.actionFailed")} problem={reload.error} />
      )}
      {save.error !== null && !stale && (
        <ProblemMessage title={text("inventory.actionFailed")} problem={save.error} />
      )}
      {clashes !== null && (
        <div role="status" ref={merged} tabIndex={-1}>
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              {text("inventory.staleMerged")}{" "}
              {clashes.length > 0 &&
                text("inventory.staleClash", {
                  fields: clashes.map((field) => fieldWords(field, text)).join(", "),
                })}
            </MessageBarBody>
          </MessageBar>
        </div>
      )}
    </>
  );
}
