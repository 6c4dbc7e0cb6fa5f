import type { Facet, Variation, VariationAxis } from "imprompt/core";
import { atLeast, FACETS, repertoire, VARIATION_AXES, vary } from "imprompt/core";
import { Dices } from "lucide-react";
import type { JSX } from "react";
import { useId } from "react";
import type { Board } from "../../state/board";
import { Button } from "../../ui/button";
import { TextInput } from "../../ui/field";
import type { Print } from "../advice/fixes";
import type { Made } from "./made";
import { setStudy, useStudy } from "./made";
import { ToggleSet } from "./toggle-set";
import { VariationCard } from "./variation-card";

const MOST_SEED = 4294967295;

async function makeFour(
  { blueprint, minConfidence }: Print,
  { axes, keep }: { readonly axes: readonly VariationAxis[]; readonly keep: readonly Facet[] },
  seed: number,
): Promise<readonly Variation[]> {
  const { opposites } = await import("imprompt/language");
  return vary(atLeast(blueprint, minConfidence), {
    count: 4,
    axes,
    keep,
    seed,
    lexicon: repertoire,
    opposites: (phrase) => opposites(phrase),
  });
}

function seedOf(text: string): number {
  return Math.min(MOST_SEED, Math.max(0, Math.floor(Number(text))));
}

function told(made: Made): string {
  switch (made.state) {
    case "none":
      return "Four boards like this one, each different along the axes that you choose.";
    case "working":
      return "Making variations.";
    case "failed":
      return "The variations could not be made. Check that the server still runs, and try again.";
    case "made":
      return made.variations.length === 0
        ? "No variation is far enough from this board. Choose more axes, or unpin phrases."
        : made.variations.length < 4
          ? `${made.variations.length} of 4 found with seed ${made.seed}; choose more axes for more.`
          : `4 variations with seed ${made.seed}.`;
  }
}

function spaced(name: string): string {
  return name.replaceAll("-", " ");
}

interface MakeBarProps {
  readonly seed: number;
  /** Offers the next seed. */
  readonly again: boolean;
  readonly disabled: boolean;
  readonly onSeed: (seed: number) => void;
  readonly onMake: (seed: number) => void;
}

function MakeBar({ seed, again, disabled, onSeed, onMake }: MakeBarProps): JSX.Element {
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button look="primary" className="max-lg:h-10" disabled={disabled} onClick={() => onMake(seed)}>
        <Dices aria-hidden className="size-4" />
        Make four
      </Button>
      {again ? (
        <Button
          className="max-lg:h-10"
          disabled={disabled}
          onClick={() => onMake((seed + 1) % (MOST_SEED + 1))}
        >
          Again
        </Button>
      ) : null}
      <label htmlFor={id} className="ml-auto text-sm font-medium text-ink-2">
        Seed
      </label>
      <TextInput
        id={id}
        type="number"
        min={0}
        max={MOST_SEED}
        step={1}
        value={seed}
        onChange={({ target }) => onSeed(seedOf(target.value))}
        className="w-24!"
      />
    </div>
  );
}

/** Makes variations of the board, shows each as the target's prompt, and opens them as boards. */
export function Variations({ board, page }: { readonly board: Board; readonly page: Print }): JSX.Element {
  const { axes, keep, seed, made } = useStudy(board.id);
  const set = (change: Parameters<typeof setStudy>[1]): void => setStudy(board.id, change);
  const make = (next: number): void => {
    set({ seed: next, made: { state: "working" } });
    makeFour(page, { axes, keep }, next).then(
      (variations) => set({ made: { state: "made", seed: next, variations } }),
      () => set({ made: { state: "failed" } }),
    );
  };
  return (
    <div className="flex flex-col gap-3">
      <ToggleSet
        label="Vary"
        options={VARIATION_AXES}
        chosen={axes}
        name={spaced}
        onChange={(chosen) => set({ axes: chosen })}
      />
      <ToggleSet
        label="Keep as it is"
        options={FACETS}
        chosen={keep}
        name={spaced}
        onChange={(chosen) => set({ keep: chosen })}
      />
      <MakeBar
        seed={seed}
        again={made.state === "made"}
        disabled={axes.length === 0 || made.state === "working"}
        onSeed={(next) => set({ seed: next })}
        onMake={make}
      />
      <p role="status" className={made.state === "failed" ? "text-bad" : "text-ink-2"}>
        {axes.length === 0 ? "Choose at least one axis to vary." : told(made)}
      </p>
      {made.state !== "made" || made.variations.length === 0 ? null : (
        <ol aria-label="Variations" className="flex flex-col gap-3">
          {made.variations.map((variation, index) => (
            <VariationCard
              key={`${made.seed} ${variation.difference}`}
              variation={variation}
              number={index + 1}
              board={board}
              page={page}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
