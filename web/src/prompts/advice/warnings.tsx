import type { Prompt, Warning } from "imprompt/core";
import type { JSX } from "react";
import { memo, useMemo, useState } from "react";
import type { Print } from "./fixes";
import type { Tone } from "./line";
import { Line } from "./line";
import { useFixes } from "./use-fixes";
import type { WarningGroup } from "./warning-groups";
import { groupWarnings, sentenceOf } from "./warning-groups";

/** What changes nothing that a person asked for is told more quietly. */
const QUIET: readonly Warning["code"][] = ["negative-rephrased", "ratio-approximated", "hypothesis"];

function toneOf({ code }: Pick<Warning, "code">): Tone {
  return QUIET.includes(code) ? "told" : "lost";
}

function OneWarning({ warning, page }: { readonly warning: Warning; readonly page: Print }): JSX.Element {
  const warnings = useMemo(() => [warning], [warning]);
  const offered = useFixes(warnings, page);
  return (
    <Line tone={toneOf(warning)} termId={warning.termId} {...offered} target={page.target.dialect.id}>
      {sentenceOf(warning.message)}
    </Line>
  );
}

function ManyWarnings({ group, page }: { readonly group: WarningGroup; readonly page: Print }): JSX.Element {
  const [open, setOpen] = useState(false);
  const offered = useFixes(group.warnings, page);
  return (
    <>
      <Line tone={toneOf(group)} termId={undefined} {...offered} target={page.target.dialect.id}>
        {group.words}{" "}
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="rounded-sm underline underline-offset-2 hover:text-accent-strong"
        >
          {open ? "Show fewer" : "Show each"}
        </button>
      </Line>
      {open ? (
        <ul className="ml-6 max-h-72 overflow-y-auto border-l border-line pr-1 pl-2">
          {group.warnings.map((warning) => (
            <li key={warning.termId ?? warning.message}>
              <OneWarning warning={warning} page={page} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

interface WarningsProps {
  readonly prompt: Prompt;
  readonly page: Print;
}

/** What was lost or bent on the way into the prompt, and what mends it. */
export const Warnings = memo(function Warnings({ prompt, page }: WarningsProps): JSX.Element | null {
  const groups = useMemo(() => groupWarnings(prompt.warnings), [prompt]);
  if (groups.length === 0) return null;
  return (
    <ul aria-label="Warnings" className="divide-y divide-line">
      {groups.map((group) => (
        <li
          key={
            group.warnings.length === 1
              ? `${group.code} ${group.warnings[0]?.termId ?? group.words}`
              : group.code
          }
        >
          {group.warnings.length === 1 && group.warnings[0] !== undefined ? (
            <OneWarning warning={group.warnings[0]} page={page} />
          ) : (
            <ManyWarnings group={group} page={page} />
          )}
        </li>
      ))}
    </ul>
  );
});
