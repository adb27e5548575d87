import { Badge } from "@fluentui/react-components";
import type { ProblemState } from "../../src/domain/device-problem";
import { useText } from "../language/use-text";

const colours = {
  open: "danger",
  "in-hand": "warning",
  done: "success",
  dismissed: "informative",
} as const satisfies Record<ProblemState, string>;

export function ReportStateBadge({ state }: { readonly state: ProblemState }) {
  const text = useText();
  return (
    <Badge appearance="tint" color={colours[state]}>
      {text(`device.problemState.${state}`)}
    </Badge>
  );
}
