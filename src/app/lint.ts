import type { Capabilities } from "../dialects/capabilities.js";
import { grammarCapabilities } from "../dialects/grammars/capabilities.js";
import { loadTarget } from "../dialects/registry.js";
import { detect } from "../language/syntax/detect.js";
import type { GrammarId } from "../language/syntax/tree.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { brackets, structure } from "./lint/brackets.js";
import { budget } from "./lint/budget.js";
import type { Finding } from "./lint/finding.js";
import type { LintPage, Rule } from "./lint/page.js";
import { parameters } from "./lint/parameters.js";
import { doubleWeights, foreignWeights, weightRange } from "./lint/weights.js";
import { contradictions, duplicates, ineffective, lettering, negations } from "./lint/wording.js";
import { understand } from "./understand.js";

export interface LintOptions {
  /** "name" or "name@version": what the prompt is for. */
  readonly target?: string;
  /** How the prompt is written; the target's own way unless said, detected where there is no target either. */
  readonly grammar?: GrammarId;
  /** Phrases and their facets; the standard ones unless said. */
  readonly vocabulary?: Vocabulary;
}

const RULES: readonly Rule[] = [
  brackets,
  structure,
  budget,
  parameters,
  foreignWeights,
  doubleWeights,
  weightRange,
  contradictions,
  duplicates,
  ineffective,
  negations,
  lettering,
  retired,
];

function retired({ text, capabilities }: LintPage): Finding[] {
  if (capabilities.status !== "retired") return [];
  return [
    {
      span: { start: 0, end: text.length },
      code: "target-retired",
      severity: "info",
      what: `${capabilities.title} is gone`,
      why: "its vendor has shut it down",
    },
  ];
}

/** How prompts for the target are written. */
function grammarOf({ weights, negative, form }: Capabilities): GrammarId {
  if (negative.kind === "parameter") return "midjourney";
  if (weights.kind === "a1111") return "a1111";
  return form === "prose" ? "prose" : "tags";
}

interface Reader {
  readonly grammar: GrammarId;
  readonly capabilities: Capabilities;
  readonly siblings: readonly Capabilities[];
}

/** For whom the prompt is; a version that the text itself asks for counts where the caller names none. */
async function readerOf(text: string, options: LintOptions): Promise<Reader> {
  const { target, grammar } = options;
  if (target === undefined) {
    const written = grammar ?? detect(text)[0].grammar;
    return { grammar: written, capabilities: grammarCapabilities(written), siblings: [] };
  }
  const { dialect, version } = await loadTarget(target);
  const siblings = dialect.versions.map((known) => dialect.capabilities(known));
  const written = grammar ?? grammarOf(dialect.capabilities(version));
  const asked = String(understand(text, written).parameters["version"] ?? "");
  const meant = !target.includes("@") && dialect.versions.includes(asked) ? asked : version;
  return { grammar: written, capabilities: dialect.capabilities(meant), siblings };
}

/**
 * What is wrong with a prompt for a target, or by the rules of a grammar alone: in the order of the text, errors
 * first where two begin together.
 *
 * @throws ImpromptError `unknown-target`
 */
export async function lint(text: string, options: LintOptions = {}): Promise<readonly Finding[]> {
  const reader = await readerOf(text, options);
  const { vocabulary } = options;
  const read = understand(text, reader.grammar, vocabulary === undefined ? {} : { vocabulary });
  const placed = read.blueprint.terms
    .flatMap((term) => {
      const span = read.places.terms[term.id];
      return span === undefined ? [] : [{ term, span }];
    })
    .sort((x, y) => x.span.start - y.span.start);
  const page: LintPage = { text, ...reader, read, placed };
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return RULES.flatMap((rule) => rule(page)).sort(
    (x, y) => x.span.start - y.span.start || rank[x.severity] - rank[y.severity] || x.span.end - y.span.end,
  );
}
