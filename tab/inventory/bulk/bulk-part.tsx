import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { ListView } from "../list-view";
import { useFocusReturn } from "../use-focus-return";
import { SelectionBar } from "./selection-bar";
import type { Selection } from "./use-selection";

const BulkDialog = lazy(async () => ({ default: (await import("./bulk-dialog")).BulkDialog }));

interface BulkPartProps {
  readonly selection: Selection;
  readonly view: ListView;
  readonly total: number;
  readonly totalCapped: boolean;
}

/** What may be done with the chosen devices, and what was done with the last ones. */
export function BulkPart(props: BulkPartProps) {
  const { selection } = props;
  const [said, setSaid] = useState("");
  const [changing, setChanging] = useState<readonly string[] | null>(null);
  const rememberOpener = useFocusReturn(changing !== null);
  const start = () => {
    rememberOpener();
    setSaid("");
    setChanging([...selection.ids]);
  };
  const done = (words: string) => {
    setSaid(words);
    selection.clear();
  };
  return (
    <>
      {selection.ids.size > 0 && <SelectionBar {...props} onChange={start} />}
      {said !== "" && (
        <div role="status">
          <MessageBar intent="success">
            <MessageBarBody>{said}</MessageBarBody>
          </MessageBar>
        </div>
      )}
      <Suspense fallback={null}>
        {changing !== null && <BulkDialog ids={changing} onClose={() => setChanging(null)} onDone={done} />}
      </Suspense>
    </>
  );
}
