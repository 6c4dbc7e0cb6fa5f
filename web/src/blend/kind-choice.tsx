import type { JSX } from "react";
import { classNames } from "../ui/class-names";
import type { BlendKind } from "./blend-state";
import { changeBlend } from "./blend-store";

const KINDS: readonly { readonly kind: BlendKind; readonly title: string; readonly what: string }[] = [
  { kind: "facets", title: "By facets", what: "Choose which picture each facet comes from." },
  { kind: "weight", title: "By weight", what: "Everything of every picture, louder by its share." },
  { kind: "auto", title: "Automatic", what: "Each facet from the picture that is surest and richest there." },
];

/** How the pictures are blended: a row of choices, a column where there is a column for it. */
export function KindChoice({ kind }: { readonly kind: BlendKind }): JSX.Element {
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">How to blend</legend>
      <div className="flex gap-1 md:flex-col">
        {KINDS.map(({ kind: each, title }) => (
          <label
            key={each}
            className={classNames(
              "relative flex min-h-10 flex-1 cursor-pointer items-center justify-center gap-2 rounded-md border px-2 font-medium whitespace-nowrap md:min-h-8 md:justify-start",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              each === kind
                ? "border-accent bg-accent-soft text-accent-strong"
                : "border-line text-ink-2 hover:bg-s2 hover:text-ink",
            )}
          >
            <input
              type="radio"
              name="blend-kind"
              checked={each === kind}
              onChange={() => changeBlend({ type: "kind-chosen", kind: each })}
              className="sr-only"
            />
            {title}
          </label>
        ))}
      </div>
      <p className="mt-2 text-sm text-ink-3">{KINDS.find((each) => each.kind === kind)?.what}</p>
    </fieldset>
  );
}
