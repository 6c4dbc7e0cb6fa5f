import type { GrammarId, Prompt, Warning } from "imprompt/core";
import { GRAMMARS, ImpromptError } from "imprompt/core";
import type { Translation } from "imprompt/language";
import type { JSX } from "react";
import { useEffect, useState } from "react";
import { GRAMMAR_NAMES } from "../../state/grammar-names";
import { CopyButton } from "../../ui/copy-button";
import { Field, Select } from "../../ui/field";
import { sentenceOf } from "../advice/warning-groups";
import { useChosen, useFavourites } from "../targets/choice";
import { useAllTargets } from "../targets/loaded";
import type { Marked } from "./source-text";
import { SourceText } from "./source-text";

type Translated =
  | { readonly state: "working" }
  | { readonly state: "failed"; readonly sentence: string }
  | { readonly state: "done"; readonly translation: Translation };

const FAVORITES = "favorites";

async function translateTo(text: string, from: GrammarId, to: readonly string[]): Promise<Translated> {
  try {
    const { translate } = await import("imprompt/language");
    return { state: "done", translation: await translate(text, { from, to }) };
  } catch (error) {
    if (error instanceof ImpromptError) return { state: "failed", sentence: error.sentence };
    return {
      state: "failed",
      sentence: "The translation could not be made. Check that the server still runs.",
    };
  }
}

/** The last result until the next one is there; one that comes late is dropped. */
function useTranslated(text: string, from: GrammarId, to: string): Translated {
  const [translated, setTranslated] = useState<Translated>({ state: "working" });
  useEffect(() => {
    let current = true;
    void translateTo(text, from, to.split(" ")).then((next) => {
      if (current) setTranslated(next);
    });
    return () => {
      current = false;
    };
  }, [text, from, to]);
  return translated;
}

interface ResultProps {
  readonly prompt: Prompt;
  readonly onMark: (marked: Marked | null) => void;
}

/** Hovering or focusing a warning that has a place marks it in the source. */
function PlacedWarnings({
  warnings,
  onMark,
}: {
  readonly warnings: readonly Warning[];
  readonly onMark: ResultProps["onMark"];
}): JSX.Element | null {
  const told = warnings.filter(({ code }) => code !== "budget-estimated");
  if (told.length === 0) return null;
  return (
    <ul aria-label="Warnings" className="mt-2 flex flex-col items-start gap-0.5">
      {told.map(({ message, span }) => (
        <li key={`${message} ${span?.start ?? ""}`} className="text-warn">
          {span === undefined ? (
            sentenceOf(message)
          ) : (
            <button
              type="button"
              className="rounded-sm text-left underline decoration-dotted underline-offset-4"
              onPointerEnter={() => onMark(span)}
              onPointerLeave={() => onMark(null)}
              onFocus={() => onMark(span)}
              onBlur={() => onMark(null)}
            >
              {sentenceOf(message)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Result({ prompt, onMark }: ResultProps): JSX.Element {
  const { target, text, negative, warnings } = prompt;
  return (
    <li className="py-3">
      <div className="flex items-center gap-2">
        <h3 className="font-semibold">{target}</h3>
        <span className="ml-auto flex gap-1">
          <CopyButton size="sm" label="Copy" aria-label={`Copy the ${target} prompt`} text={() => text} />
          {negative === null || negative === "" ? null : (
            <CopyButton size="sm" label="Copy negative" text={() => negative} />
          )}
        </span>
      </div>
      <p className="mt-1 whitespace-pre-wrap">{text}</p>
      {negative === null || negative === "" ? null : (
        <p className="mt-1 text-ink-2">
          <span className="font-medium">Negative: </span>
          {negative}
        </p>
      )}
      <PlacedWarnings warnings={warnings} onMark={onMark} />
    </li>
  );
}

interface TranslateProps {
  readonly text: string;
  readonly grammar: GrammarId;
}

/** A pasted prompt as other targets or tools want it, with what was lost marked in the source. */
export function Translate({ text, grammar }: TranslateProps): JSX.Element {
  const chosen = useChosen();
  const favourites = useFavourites();
  const targets = useAllTargets();
  const [to, setTo] = useState(chosen);
  const [marked, setMarked] = useState<Marked | null>(null);
  const names = to === FAVORITES ? favourites.join(" ") : to;
  const translated = useTranslated(text, grammar, names);
  return (
    <div className="flex flex-col gap-3">
      <Field label="Translate to">
        {(attributes) => (
          <Select {...attributes} value={to} onChange={({ target }) => setTo(target.value)}>
            {favourites.length === 0 ? null : <option value={FAVORITES}>All favorites</option>}
            {chosen.includes("@") ? <option value={chosen}>{chosen}</option> : null}
            <optgroup label="Targets">
              {targets.map(({ dialect, version }) => (
                <option key={dialect.id} value={dialect.id}>
                  {dialect.capabilities(version).title}
                </option>
              ))}
            </optgroup>
            <optgroup label="Ways of writing">
              {GRAMMARS.map((each) => (
                <option key={each} value={`grammar:${each}`}>
                  {GRAMMAR_NAMES[each]}
                </option>
              ))}
            </optgroup>
          </Select>
        )}
      </Field>
      <SourceText text={text} marked={marked} />
      {translated.state === "failed" ? (
        <p role="alert" className="text-bad">
          {translated.sentence}
        </p>
      ) : null}
      {translated.state === "done" ? (
        <>
          <PlacedWarnings warnings={translated.translation.warnings} onMark={setMarked} />
          <ul className="divide-y divide-line">
            {translated.translation.prompts.map((prompt) => (
              <Result key={prompt.target} prompt={prompt} onMark={setMarked} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
