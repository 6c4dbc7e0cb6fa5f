import type { Prompt } from "imprompt/core";
import type { JSX } from "react";
import { memo } from "react";
import type { Print } from "./fixes";
import { Line } from "./line";
import { useFindings } from "./use-findings";
import { sentenceOf } from "./warning-groups";

interface WordingProps {
  readonly prompt: Prompt;
  readonly page: Print;
  /** Structured prompts are not looked through: their words stand in members. */
  readonly structured: boolean;
}

/** What a prompt's wording does not do as it says. It comes late, so it stands last, where it moves nothing. */
export const Wording = memo(function Wording({ prompt, page, structured }: WordingProps): JSX.Element | null {
  const findings = useFindings(prompt, page.blueprint, structured);
  if (findings.length === 0) return null;
  return (
    <section aria-label="Wording" className="border-t border-line pt-2">
      <h3 className="text-base font-semibold">Wording</h3>
      <ul className="divide-y divide-line">
        {findings.map(({ finding, term, fix }) => (
          <li key={`${finding.code} ${finding.what}`}>
            <Line
              tone="wording"
              termId={term?.id}
              fixes={fix === undefined ? [] : [fix]}
              target={page.target.dialect.id}
            >
              {sentenceOf(`${finding.what}: ${finding.why}`)}
            </Line>
          </li>
        ))}
      </ul>
    </section>
  );
});
