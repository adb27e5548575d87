import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import type { ImportAnswer } from "../../src/contracts/import-contract";
import { type Resolution, resolutions } from "../../src/domain/provenance";
import { useFormat } from "../language/use-format";
import { useText } from "../language/use-text";
import type { ImportRun } from "./use-import";

export function isDecided({ choice: { decisions } }: ImportRun): boolean {
  return decisions.all !== null || Object.keys(decisions.byLine).length > 0;
}

interface Props {
  readonly answer: ImportAnswer;
  readonly run: ImportRun;
}

/** What somebody set by hand is kept or given up by decision, here for all rows at once. */
export function DecisionBar({ answer, run }: Props) {
  const text = useText();
  const format = useFormat();
  const { decisions } = run.choice;
  const decideAll = (all: Resolution) => run.decide({ all, byLine: {} });
  const rows = answer.contested;
  return (
    <MessageBar intent={rows > 0 ? "warning" : "info"} layout="multiline">
      <MessageBarBody>
        {rows > 0 && (
          <MessageBarTitle>
            {text("import.contestedTitle", { count: rows, total: format.number(rows) })}
          </MessageBarTitle>
        )}{" "}
        {text("import.contestedText")}
      </MessageBarBody>
      <MessageBarActions>
        {resolutions.map((resolution) => (
          <Button
            key={resolution}
            size="small"
            aria-pressed={decisions.all === resolution}
            appearance={decisions.all === resolution ? "primary" : "secondary"}
            onClick={() => decideAll(resolution)}
          >
            {text(`import.${resolution}All`)}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}
