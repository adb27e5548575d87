import { CallProblem } from "../../call-problem";
import { useText } from "../../language/use-text";
import { EmptyState } from "../../shell/empty-state";
import { ErrorState } from "../../shell/error-state";

interface DeviceUnavailableProps {
  readonly problem: unknown;
  readonly onRetry: () => void;
}

/** A link to what is gone or out of reach is no fault, and trying again would not help. */
export function DeviceUnavailable({ problem, onRetry }: DeviceUnavailableProps) {
  const text = useText();
  if (problem instanceof CallProblem && problem.status === 404) {
    return <EmptyState title={text("inventory.detailsGoneTitle")} text={text("inventory.detailsGoneText")} />;
  }
  return <ErrorState title={text("inventory.detailsErrorTitle")} problem={problem} onRetry={onRetry} />;
}
