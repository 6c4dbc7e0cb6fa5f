import type { Swatch } from "imprompt/core";
import type { JSX } from "react";
import { notify } from "../state/notices";
import { copyText } from "../ui/copy-button";
import { Hint } from "../ui/hint";

async function copyHex({ hex, name }: Swatch): Promise<void> {
  if (await copyText(hex)) notify({ tone: "ok", text: `${hex}, ${name}, is copied.` });
}

/** Colors by share, largest first; each copies its hex. `aside` says more of one, where there is more to say. */
export function PaletteList({
  swatches,
  aside = ({ share }) => `${Math.round(share * 100)}%`,
}: {
  readonly swatches: readonly Swatch[];
  readonly aside?: (swatch: Swatch, index: number) => string;
}): JSX.Element {
  if (swatches.length === 0) return <p className="text-sm text-ink-3">No colors.</p>;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-1">
      {swatches.map((swatch, index) => (
        <li key={`${swatch.hex} ${swatch.name}`} className="min-w-0">
          <Hint text={`Copy ${swatch.hex}`}>
            <button
              type="button"
              onClick={() => void copyHex(swatch)}
              className="flex min-h-10 w-full items-center gap-2 rounded-md p-1 text-left hover:bg-s2"
            >
              <span
                aria-hidden
                className="size-8 shrink-0 rounded border border-line-strong/40"
                style={{ backgroundColor: swatch.hex }}
              />
              <span className="min-w-0 text-sm leading-4">
                <span className="block truncate">{swatch.name}</span>
                <span className="block truncate text-ink-3">
                  <span className="sr-only">{swatch.hex}, </span>
                  {aside(swatch, index)}
                </span>
              </span>
            </button>
          </Hint>
        </li>
      ))}
    </ul>
  );
}
