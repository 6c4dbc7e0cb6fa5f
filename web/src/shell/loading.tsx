import type { JSX } from "react";

/** Where a part of the page is on its way from the server. */
export function Loading(): JSX.Element {
  return (
    <div role="status" className="p-8 text-center text-ink-3">
      <h1 className="text-base">Loading</h1>
    </div>
  );
}
