import type { Blueprint, Purpose } from "imprompt/core";
import { PURPOSES } from "imprompt/core";
import type { JSX } from "react";
import { useMemo, useState } from "react";
import { Button } from "../../ui/button";
import { useLanguage } from "../language";
import { ChangeList } from "./change-list";
import { excluding } from "./findings";
import { useCapabilities } from "./use-capabilities";

const KINDS: { readonly [P in Purpose]: string } = {
  quality: "Poor quality",
  anatomy: "Wrong bodies and hands",
  clean: "Marks and lettering",
  photorealism: "For a photograph",
  illustration: "For a drawing",
};

function noteFor(kind: "field" | "parameter" | "none", title: string): string {
  if (kind === "field") return `${title} takes them in its negative prompt.`;
  if (kind === "parameter") return `${title} takes them behind the prompt.`;
  return `${title} has no negative prompt: it is told what is there instead, where that can be said.`;
}

export function ExcludeOffer({ blueprint }: { readonly blueprint: Blueprint }): JSX.Element {
  const language = useLanguage();
  const capabilities = useCapabilities();
  const [purposes, setPurposes] = useState<readonly Purpose[]>(["quality"]);
  const [derive, setDerive] = useState(true);
  const changes = useMemo(
    () => excluding(blueprint, { purposes, derive }, (phrase) => language?.opposites(phrase) ?? []),
    [blueprint, purposes, derive, language],
  );
  const toggle = (purpose: Purpose): void =>
    setPurposes(PURPOSES.filter((each) => (each === purpose) !== purposes.includes(each)));
  return (
    <div className="flex flex-col gap-2">
      <div role="group" aria-label="Kinds of exclusions" className="flex flex-wrap gap-1">
        <Button
          size="sm"
          aria-pressed={derive}
          className="pointer-coarse:h-10"
          onClick={() => setDerive(!derive)}
        >
          The contrary of the picture
        </Button>
        {PURPOSES.map((purpose) => (
          <Button
            key={purpose}
            size="sm"
            aria-pressed={purposes.includes(purpose)}
            className="pointer-coarse:h-10"
            onClick={() => toggle(purpose)}
          >
            {KINDS[purpose]}
          </Button>
        ))}
      </div>
      {capabilities === null ? null : (
        <p className="text-sm text-ink-3">{noteFor(capabilities.negative.kind, capabilities.title)}</p>
      )}
      <ChangeList changes={changes} label="exclude" none="Nothing more of these kinds is to be excluded." />
    </div>
  );
}
