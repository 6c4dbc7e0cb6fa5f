import type { Facet, Term } from "imprompt/core";
import { BUCKETS, FACETS } from "imprompt/core";
import { ArrowLeft, ArrowRight, ArrowUpToLine, Ban, Pencil, Pin, Trash2 } from "lucide-react";
import type { JSX } from "react";
import { BUCKET_LOOK } from "../ui/bucket-look";
import { Button } from "../ui/button";
import { Field, Select } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { change, dropChip, moveChip, promoteChip, toggleExclude, togglePin } from "./actions";
import { facetsOf } from "./arrange";
import { setMode } from "./board-ui";
import { shifting } from "./place";
import { titleOf } from "./titles";

function FacetSelect({ term }: { readonly term: Term }): JSX.Element {
  const move = (name: string): void => {
    const facet = FACETS.find((each): each is Facet => each === name);
    if (facet !== undefined) moveChip(term.id, facet);
  };
  return (
    <div className="flex items-end gap-1">
      <div className="min-w-0 flex-1">
        <Field label="Move to">
          {(attributes) => (
            <Select {...attributes} value={term.facet} onChange={({ target }) => move(target.value)}>
              {BUCKETS.map((bucket) => (
                <optgroup key={bucket} label={BUCKET_LOOK[bucket].title}>
                  {facetsOf(bucket).map((facet) => (
                    <option key={facet} value={facet}>
                      {titleOf(facet)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <IconButton
        icon={ArrowLeft}
        label="Move before its neighbor"
        className="pointer-coarse:size-10"
        onClick={() => change(term.id, ({ terms }) => shifting(terms, term.id, -1))}
      />
      <IconButton
        icon={ArrowRight}
        label="Move behind its neighbor"
        className="pointer-coarse:size-10"
        onClick={() => change(term.id, ({ terms }) => shifting(terms, term.id, 1))}
      />
    </div>
  );
}

/** All that the keys do with a chip, as buttons. */
export function DetailActions({ term }: { readonly term: Term }): JSX.Element {
  const { id, pinned, polarity, hypothesis } = term;
  return (
    <>
      <div className="flex flex-wrap gap-1">
        <Button size="sm" className="pointer-coarse:h-10" onClick={() => setMode({ kind: "editing", id })}>
          <Pencil aria-hidden className="size-3.5" />
          Edit words
        </Button>
        <Button
          size="sm"
          className="pointer-coarse:h-10"
          aria-pressed={pinned === true}
          onClick={() => togglePin(id)}
        >
          <Pin aria-hidden className="size-3.5" />
          {pinned === true ? "Pinned" : "Pin"}
        </Button>
        <Button size="sm" className="pointer-coarse:h-10" onClick={() => promoteChip(id)}>
          <ArrowUpToLine aria-hidden className="size-3.5" />
          {hypothesis === true ? "Take up the guess" : "To the front"}
        </Button>
        <Button
          size="sm"
          className="pointer-coarse:h-10"
          aria-pressed={polarity === "exclude"}
          onClick={() => toggleExclude(id)}
        >
          <Ban aria-hidden className="size-3.5" />
          {polarity === "exclude" ? "Excluded" : "Exclude"}
        </Button>
        <Button size="sm" className="pointer-coarse:h-10" look="danger" onClick={() => dropChip(id)}>
          <Trash2 aria-hidden className="size-3.5" />
          Drop
        </Button>
      </div>
      <FacetSelect term={term} />
    </>
  );
}
