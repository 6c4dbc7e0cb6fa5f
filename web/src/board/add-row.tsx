import type { Facet } from "imprompt/core";
import { BUCKET_OF, FACETS, meaningOf } from "imprompt/core";
import { X } from "lucide-react";
import type { JSX } from "react";
import { useMemo, useState } from "react";
import { blueprintOf } from "../state/board";
import { currentBoard, edit, useCurrentBoard } from "../state/store";
import { Button } from "../ui/button";
import { Select } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { adding } from "./adding";
import type { GroupId } from "./arrange";
import { facetsOf } from "./arrange";
import { rest, useBoardUi } from "./board-ui";
import type { Language } from "./language";
import { useLanguage } from "./language";
import { LEAD } from "./place";
import type { Known, Suggested } from "./suggest";
import { lastTyped, readTyped, suggest } from "./suggest";
import { SuggestField } from "./suggest-field";
import { groupTitle } from "./titles";

/** Under it a phrase is taken to be of the bucket where it is typed. */
const SURE = 0.6;

function facetBy(language: Language | null, text: string, group: GroupId): Facet {
  const fallback = group === "excluded" ? "subject" : LEAD[group];
  if (language === null || text === "") return fallback;
  const { facet, confidence } = language.classify(text);
  return group === "excluded" || confidence >= SURE || BUCKET_OF[facet] === group ? facet : fallback;
}

function useSuggestions(
  language: Language | null,
  typed: string,
  facets: readonly Facet[],
): readonly Suggested[] {
  const board = useCurrentBoard();
  const terms = board === undefined ? undefined : blueprintOf(board).terms;
  const entries = useMemo(
    (): readonly Known[] => [...new Set(language?.standardVocabulary().entries.values() ?? [])],
    [language],
  );
  const said = useMemo(() => new Set(terms?.map(({ text }) => meaningOf(text))), [terms]);
  return useMemo(() => suggest(entries, lastTyped(typed), facets, said), [entries, typed, facets, said]);
}

interface FacetChoiceProps {
  readonly chosen: Facet | null;
  readonly guessed: Facet;
  readonly onChoose: (facet: Facet | null) => void;
}

function FacetChoice({ chosen, guessed, onChoose }: FacetChoiceProps): JSX.Element {
  return (
    <Select
      aria-label="Facet of what is added"
      className="!w-auto max-w-44"
      value={chosen ?? ""}
      onChange={({ target }) => onChoose(FACETS.find((facet) => facet === target.value) ?? null)}
    >
      <option value="">as {guessed}, by its words</option>
      {FACETS.map((facet) => (
        <option key={facet} value={facet}>
          as {facet}
        </option>
      ))}
    </Select>
  );
}

/** What was there before the field came, to go back to. */
function useReturn(): () => void {
  const [opener] = useState(() => document.activeElement);
  return () => {
    const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
    rest(isThere ? null : useBoardUi.getState().active);
    if (isThere) opener.focus();
  };
}

/** Adds phrases to a group: suggestions as one types, the facet by the words or by choice. */
export function AddRow({ group }: { readonly group: GroupId }): JSX.Element {
  const language = useLanguage();
  const asked = useBoardUi(({ mode }) => (mode.kind === "adding" ? mode.facet : null));
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(asked);
  const [excludes, setExcludes] = useState(group === "excluded");
  const [told, setTold] = useState("");
  const close = useReturn();
  const facets = useMemo((): readonly Facet[] => {
    if (chosen !== null) return [chosen];
    return group === "excluded" ? FACETS : facetsOf(group);
  }, [chosen, group]);
  const suggestions = useSuggestions(language, typed, facets);
  const guessed = facetBy(language, lastTyped(typed), group);

  const add = (typedNow: string, facet: Facet | null): void => {
    const board = currentBoard();
    if (board === undefined) return;
    const wishes = readTyped(typedNow).map(({ text, excluded }) => ({
      text,
      excluded: excluded || excludes,
      facet: facet ?? chosen ?? facetBy(language, text, group),
    }));
    const { edit: change, added, known } = adding(blueprintOf(board), wishes);
    if (change !== undefined) edit(change);
    const last = added.at(-1);
    if (last !== undefined) useBoardUi.setState({ active: last.id });
    setTold(
      known.length === 0 ? "" : `${known.map((text) => `“${text}”`).join(", ")}: on the board already.`,
    );
    setTyped("");
  };

  return (
    <div className="relative mt-1 flex flex-wrap-reverse items-center gap-1">
      <SuggestField
        label={`Add to ${chosen ?? groupTitle(group)}`}
        typed={typed}
        suggestions={suggestions}
        onType={setTyped}
        onAdd={add}
        onClose={close}
      />
      <FacetChoice chosen={chosen} guessed={guessed} onChoose={setChosen} />
      <Button aria-pressed={excludes} onClick={() => setExcludes(!excludes)}>
        Exclude
      </Button>
      <IconButton icon={X} label="Stop adding" keys="Escape" onClick={close} />
      <p role="status" className="w-full text-sm text-ink-3">
        {told === "" ? "Enter adds. A comma parts several; a hyphen in front excludes." : told}
      </p>
    </div>
  );
}
