import { Badge } from "@fluentui/react-components";
import type { CheckInState } from "../../src/domain/check-in";
import { useText } from "../language/use-text";

const colours = {
  draft: "informative",
  running: "success",
  paused: "warning",
  closed: "informative",
} as const satisfies Record<CheckInState, string>;

export function StateBadge({ state }: { readonly state: CheckInState }) {
  const text = useText();
  return (
    <Badge appearance="tint" color={colours[state]} size="large">
      {text(`checkIn.state.${state}`)}
    </Badge>
  );
}
