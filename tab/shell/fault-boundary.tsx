import { Component, type ErrorInfo, type ReactNode } from "react";
import { NoticePage } from "./notice-page";

interface State {
  readonly fault: { readonly problem: unknown } | null;
}

/** Catches what no page expected; the person gets words and a reference, the console the rest. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(problem: unknown): State {
    return { fault: { problem } };
  }

  override componentDidCatch(problem: unknown, info: ErrorInfo): void {
    console.error(problem, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    return <NoticePage kind="fault" problem={this.state.fault.problem} />;
  }
}
