import type { Capabilities, Facet, Prompt, Term } from "imprompt/core";
import { prettyJson } from "./pretty-json";
import type { Run } from "./runs";
import { exclusionSpans, runsOf } from "./runs";

interface PromptRuns {
  readonly text: readonly Run[];
  /** Null where the target has no field for it. */
  readonly negative: readonly Run[] | null;
  /** The text is JSON, laid out for reading. */
  readonly structured: boolean;
  readonly facets: ReadonlyMap<string, Facet>;
}

/** A prompt as it is shown: its phrases, and its exclusions wherever the target takes them. */
export function promptRuns(prompt: Prompt, terms: readonly Term[], { negative }: Capabilities): PromptRuns {
  const pretty = prettyJson(prompt.text, prompt.spans);
  const flag = negative.kind === "parameter" ? prompt.text.lastIndexOf(`${negative.flag} `) : -1;
  const excluded = flag < 0 ? [] : exclusionSpans(prompt.text, terms, flag);
  return {
    text:
      pretty === undefined
        ? runsOf(prompt.text, [...prompt.spans, ...excluded])
        : runsOf(pretty.text, pretty.spans),
    negative:
      prompt.negative === null ? null : runsOf(prompt.negative, exclusionSpans(prompt.negative, terms)),
    structured: pretty !== undefined,
    facets: new Map(terms.map(({ id, facet }) => [id, facet])),
  };
}
