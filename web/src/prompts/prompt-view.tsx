import type { Prompt, Target } from "imprompt/core";
import { compileWith } from "imprompt/core";
import type { JSX, KeyboardEvent } from "react";
import { lazy, Suspense, useMemo } from "react";
import { isKeys, isTyping } from "../shell/keys";
import type { Board } from "../state/board";
import { blueprintOf } from "../state/board";
import { notify } from "../state/notices";
import { usePreferences } from "../state/preferences";
import { copyText } from "../ui/copy-button";
import type { Print } from "./advice/fixes";
import { Warnings } from "./advice/warnings";
import { Wording } from "./advice/wording";
import { CopyBar } from "./copy-bar";
import { Section } from "./section";
import { capabilitiesOf } from "./targets/groups";
import { TargetHead } from "./targets/target-head";
import { BudgetMeter } from "./text/budget-meter";
import { NothingSaid } from "./text/nothing-said";
import { promptRuns } from "./text/prompt-runs";
import { RunText } from "./text/run-text";

const Parameters = lazy(async () => ({ default: (await import("./parameters/parameters")).Parameters }));
const Variations = lazy(async () => ({ default: (await import("./variations/variations")).Variations }));

const NOTHING_SET = {};

/** Prints in the frame of the edit: the dialect is there already. */
function usePrint(board: Board, target: Target): { readonly page: Print; readonly prompt: Prompt } {
  const minConfidence = usePreferences((preferences) => preferences.minConfidence);
  const blueprint = blueprintOf(board);
  const settings = board.parameters[target.dialect.id] ?? NOTHING_SET;
  return useMemo(() => {
    const page = { target, blueprint, minConfidence, settings };
    return { page, prompt: compileWith(target, blueprint, { minConfidence, parameters: settings }) };
  }, [target, blueprint, minConfidence, settings]);
}

function copyPrompt(text: string): void {
  void copyText(text).then((copied) => copied && notify({ tone: "ok", text: "The prompt is copied." }));
}

function PromptBox({ prompt, page }: { readonly prompt: Prompt; readonly page: Print }): JSX.Element {
  const capabilities = capabilitiesOf(page.target);
  const { terms } = page.blueprint;
  const runs = useMemo(() => promptRuns(prompt, terms, capabilities), [prompt, terms, capabilities]);
  return (
    <>
      <div className="rounded-md border border-line bg-s0 p-3">
        <RunText
          label={`Prompt for ${capabilities.title}`}
          runs={runs.text}
          facets={runs.facets}
          mono={runs.structured}
          className={prompt.spans.length === 0 ? "" : "min-h-18"}
        />
        {prompt.spans.length === 0 ? <NothingSaid blueprint={page.blueprint} /> : null}
      </div>
      {runs.negative === null ? null : (
        <div className="mt-2">
          <h3 className="mb-1 text-sm font-medium text-ink-2">Negative prompt</h3>
          <div className="rounded-md border border-line bg-s0 px-3 py-2">
            {prompt.negative === "" ? (
              <p className="text-ink-3">Nothing is excluded.</p>
            ) : (
              <RunText
                label="Negative prompt"
                runs={runs.negative}
                facets={runs.facets}
                className="!text-base"
              />
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** The board's prompt for one target, and all that belongs to it. */
export function PromptView({
  board,
  target,
}: {
  readonly board: Board;
  readonly target: Target;
}): JSX.Element {
  const { page, prompt } = usePrint(board, target);
  const capabilities = capabilitiesOf(target);
  const structured = /^\s*\{/u.test(prompt.text);
  const changed = Object.keys(page.settings).length;
  const onKeyDown = (event: KeyboardEvent): void => {
    const inPopup = event.target instanceof Element && !event.currentTarget.contains(event.target);
    if (event.defaultPrevented || inPopup || isTyping(event.target) || !isKeys(event, "C")) return;
    event.preventDefault();
    copyPrompt(prompt.text);
  };
  return (
    <div className="flex flex-col" onKeyDown={onKeyDown}>
      <TargetHead target={target} />
      <PromptBox prompt={prompt} page={page} />
      <CopyBar prompt={prompt} capabilities={capabilities} />
      <div className="mb-2">
        <BudgetMeter prompt={prompt} capabilities={capabilities} />
      </div>
      <Warnings prompt={prompt} page={page} />
      <Section
        id="parameters"
        title="Parameters"
        aside={changed === 0 ? `${capabilities.parameters.length}` : `${changed} changed`}
      >
        {() => (
          <Suspense fallback={null}>
            <Parameters {...page} warnings={prompt.warnings} />
          </Suspense>
        )}
      </Section>
      <Section id="variations" title="Variations">
        {() => (
          <Suspense fallback={null}>
            <Variations board={board} page={page} />
          </Suspense>
        )}
      </Section>
      <Section id="about" title={`About ${capabilities.title}`}>
        {() => <About target={target} />}
      </Section>
      <Wording prompt={prompt} page={page} structured={structured} />
    </div>
  );
}

/** What a user must know of the target, and where its figures were read. */
function About({ target }: { readonly target: Target }): JSX.Element {
  const { notes, budget, vendor } = capabilitiesOf(target);
  const { source, recommended } = budget;
  return (
    <ul className="list-disc space-y-1 pl-5 text-ink-2">
      <li>By {vendor}.</li>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      <li>
        Length: {source.from}, {source.date}
        {source.unsure === true ? " (unsure)" : ""}.
      </li>
      {recommended === undefined ? null : (
        <li>
          Advised length: {recommended.source.from}, {recommended.source.date}.
        </li>
      )}
    </ul>
  );
}
