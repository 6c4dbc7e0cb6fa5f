import type { Blueprint, Prompt } from "imprompt/core";
import { ChevronsUpDown } from "lucide-react";
import type { JSX } from "react";
import { useState } from "react";
import { useChosen } from "../prompts/targets/choice";
import { idOf } from "../prompts/targets/loaded";
import { TargetFinder } from "../prompts/targets/target-finder";
import { BudgetMeter } from "../prompts/text/budget-meter";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Panel } from "../ui/panel";
import { Popover } from "../ui/popover";
import type { Compiled } from "./use-prompt";
import { usePrompt } from "./use-prompt";

const SHOWN_WARNINGS = 4;

/** The button that says which target it is, and lets one choose another. */
function TargetButton({ title }: { readonly title: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  const target = useChosen();
  return (
    <Popover
      title="Targets"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button aria-label={`Target: ${title}`} className="min-w-0 max-w-full">
          <span className="truncate">{title}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0" />
        </Button>
      }
    >
      <TargetFinder current={idOf(target)} onDone={() => setOpen(false)} />
    </Popover>
  );
}

function PromptText({ label, text }: { readonly label: string; readonly text: string }): JSX.Element {
  return (
    <section
      aria-label={label}
      className="rounded-md border border-line bg-s0 px-3 py-2 text-md whitespace-pre-wrap"
    >
      {text === "" ? <span className="text-ink-3">Nothing is said yet.</span> : text}
    </section>
  );
}

/** What a prompt leaves out or bends, each sentence once. */
export function WarningList({ messages }: { readonly messages: readonly string[] }): JSX.Element | null {
  const told = [...new Set(messages)];
  if (told.length === 0) return null;
  const more = told.length - SHOWN_WARNINGS;
  return (
    <ul aria-label="Warnings" className="list-disc space-y-1 pl-4 text-sm text-warn">
      {told.slice(0, SHOWN_WARNINGS).map((message) => (
        <li key={message}>{message}.</li>
      ))}
      {more > 0 ? <li>{more} more, shown once it is a board.</li> : null}
    </ul>
  );
}

function Negative({ prompt }: { readonly prompt: Prompt }): JSX.Element | null {
  const { negative } = prompt;
  if (negative === null || negative === "") return null;
  return (
    <div>
      <div className="mb-1 flex items-center justify-between gap-2">
        <h3 className="text-sm font-medium text-ink-2">Negative prompt</h3>
        <CopyButton label="Copy negative" size="sm" look="quiet" text={() => negative} />
      </div>
      <PromptText label="Negative prompt" text={negative} />
    </div>
  );
}

function PromptBody({ compiled }: { readonly compiled: Compiled }): JSX.Element {
  if (compiled.kind === "loading") {
    return (
      <p role="status" className="min-h-24 text-ink-3">
        Loading the target
      </p>
    );
  }
  if (compiled.kind === "failed") {
    return (
      <p role="alert" className="text-bad">
        The target could not be loaded. Check that imprompt still runs, then choose it again.
      </p>
    );
  }
  const { prompt, capabilities } = compiled;
  return (
    <>
      <PromptText label="Prompt text" text={prompt.text} />
      <Negative prompt={prompt} />
      <BudgetMeter prompt={prompt} capabilities={capabilities} />
      <WarningList messages={prompt.warnings.map(({ message }) => message)} />
    </>
  );
}

/** A blueprint's prompt for the current target, which is the same on every screen. */
export function PromptPanel({ blueprint }: { readonly blueprint: Blueprint }): JSX.Element {
  const compiled = usePrompt(blueprint);
  const title = compiled.kind === "ready" ? compiled.capabilities.title : "Target";
  return (
    <Panel
      title="Prompt"
      actions={
        compiled.kind === "ready" ? (
          <CopyButton label="Copy prompt" size="sm" look="quiet" text={() => compiled.prompt.text} />
        ) : null
      }
    >
      <div className="flex flex-col gap-3">
        <div>
          <TargetButton title={title} />
        </div>
        <PromptBody compiled={compiled} />
      </div>
    </Panel>
  );
}
