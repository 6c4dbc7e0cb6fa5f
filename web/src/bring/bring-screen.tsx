import type { JSX } from "react";
import { useRestored } from "../effects/keep-workspace";
import { BringPanel } from "./bring-panel";

/** The empty page. */
export function BringScreen(): JSX.Element | null {
  const restored = useRestored();
  if (!restored) return null;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4 px-3 py-6 sm:px-6 sm:py-8">
      <div className="flex flex-col gap-1">
        <h1 className="text-xl font-semibold tracking-tight">A picture becomes a recipe</h1>
        <p className="text-md text-ink-2">
          imprompt takes it apart into phrases that you edit, and writes the prompt for any image generator.
        </p>
      </div>
      <BringPanel />
    </div>
  );
}
