import type { ErrorInfo, JSX, ReactNode } from "react";
import { Component } from "react";
import { Button } from "../ui/button";

interface BoundaryProps {
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failure: string | null;
}

/** Where a defect of ours stops a screen: what is open is kept, and the page says so instead of going blank. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override readonly state: BoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportError(new Error(`this screen stopped${componentStack ?? ""}`, { cause: error }));
  }

  override render(): ReactNode {
    return this.state.failure === null ? this.props.children : <Stopped failure={this.state.failure} />;
  }
}

function Stopped({ failure }: { readonly failure: string }): JSX.Element {
  return (
    <div role="alert" className="mx-auto flex max-w-lg flex-col items-start gap-3 p-8">
      <h1 className="text-lg font-semibold">This screen stopped working</h1>
      <p>
        That is a defect of the studio. Your boards are kept; loading the page again brings them back. If it
        happens again, please report this: <code className="font-mono">{failure}</code>
      </p>
      <Button look="primary" onClick={() => location.reload()}>
        Load the page again
      </Button>
    </div>
  );
}
