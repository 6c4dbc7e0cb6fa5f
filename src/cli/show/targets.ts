import type {
  BudgetSpec,
  Capabilities,
  FrameSpec,
  NegativeSpec,
  ParameterSpec,
  Source,
} from "../../dialects/capabilities.js";
import type { Target } from "../../dialects/registry.js";
import type { PageOptions } from "./page.js";
import { createPage } from "./page.js";

function sourceOf(source: Source): string {
  return `${source.from}, ${source.date}${source.unsure === true ? ", unsure" : ""}`;
}

function budgetOf({ unit, max }: BudgetSpec): string {
  return `${max.toLocaleString("en-US")} ${unit}s`;
}

function negativeOf(negative: NegativeSpec): string {
  switch (negative.kind) {
    case "field":
      return `a field of up to ${budgetOf(negative.budget)}`;
    case "parameter":
      return negative.flag;
    case "none":
      return "none: exclusions are phrased away";
  }
}

function frameOf(frame: FrameSpec): string {
  switch (frame.kind) {
    case "ratios":
      return `aspect ratios ${frame.ratios.join(" ")}`;
    case "any-ratio":
      return `any aspect ratio from ${frame.min.toFixed(2)} to ${frame.max.toFixed(2)}`;
    case "sizes":
      return `sizes ${frame.sizes.map(([width, height]) => `${width}×${height}`).join(" ")}`;
    case "any-size":
      return `sizes in steps of ${frame.multiple} px, sides ${frame.minSide} to ${frame.maxSide} px`;
  }
}

function parameterOf(parameter: ParameterSpec): string {
  const range =
    parameter.values !== undefined
      ? parameter.values.join(" | ")
      : parameter.min === undefined && parameter.max === undefined
        ? parameter.type
        : `${parameter.min ?? ""}..${parameter.max ?? ""}`;
  const standard = parameter.default === undefined ? "" : `, default ${parameter.default}`;
  const flag = parameter.flag === undefined ? "" : ` (${parameter.flag})`;
  return `${parameter.name}${flag}: ${range}${standard}`;
}

/** Every target on a line or two. */
export function showTargets(targets: readonly Target[], options: PageOptions): string {
  const page = createPage(options);
  const rows = targets.map(({ dialect, version }) => {
    const capabilities = dialect.capabilities(version);
    const others = dialect.versions.filter((other) => other !== version).map((other) => `@${other}`);
    const state = capabilities.status === "current" ? "" : ` (${capabilities.status})`;
    const facts = `${capabilities.form}, ${budgetOf(capabilities.budget)}; negative: ${negativeOf(capabilities.negative)}`;
    return [
      `${page.accent(dialect.id.padEnd(11))} ${capabilities.title}${page.warn(state)}`,
      page.wrap(facts, 12),
      ...(others.length === 0 ? [] : [page.dim(page.wrap(`also ${others.join(" ")}`, 12))]),
    ].join("\n");
  });
  const last = page.dim(
    "One target in full, with sources: imprompt targets NAME[@VERSION]. As data: --json.",
  );
  return `${rows.join("\n")}\n\n${last}\n`;
}

type Cite = (source: Source) => string;

/** Numbers sources in the order in which they are first cited. */
function citations(): { readonly cite: Cite; readonly list: () => readonly string[] } {
  const cited: string[] = [];
  const cite = (source: Source): string => {
    const name = sourceOf(source);
    if (!cited.includes(name)) cited.push(name);
    return `[${cited.indexOf(name) + 1}]`;
  };
  return { cite, list: () => cited.map((name, index) => `[${index + 1}] ${name}`) };
}

function lines(capabilities: Capabilities, cite: Cite): (readonly [string, string])[] {
  const { budget, frame, weights } = capabilities;
  const recommended = budget.recommended;
  return [
    ["By", `${capabilities.vendor} (${capabilities.status})`],
    ["Form", capabilities.form === "tags" ? "comma-separated phrases" : "sentences"],
    ["Budget", `${budgetOf(budget)} ${cite(budget.source)}`],
    ...(recommended === undefined
      ? []
      : [["Advised", `${recommended.max} ${recommended.unit}s ${cite(recommended.source)}`] as const]),
    ["Negative", negativeOf(capabilities.negative)],
    ["Weights", weights.kind === "none" ? "none: stress goes by order and wording" : weights.kind],
    ["Frame", `${frameOf(frame)} ${cite(frame.source)}`],
    ...capabilities.parameters.map(
      (parameter) => ["Parameter", `${parameterOf(parameter)} ${cite(parameter.source)}`] as const,
    ),
    ...capabilities.notes.map((note) => ["Note", note] as const),
  ];
}

/** One target in full, each figure with its date and source. */
export function showTarget({ dialect, version }: Target, options: PageOptions): string {
  const page = createPage(options);
  const capabilities = dialect.capabilities(version);
  const { cite, list } = citations();
  const rows = lines(capabilities, cite).map(
    ([name, text]) => `  ${page.dim(name.padEnd(10))}${page.wrap(text, 12).trimStart()}`,
  );
  const versions = dialect.versions.map((other) => (other === version ? page.bold(other) : other)).join(" ");
  const head = `${page.accent(`${dialect.id}@${version}`)} ${capabilities.title}`;
  const sources = list().map((line) => page.dim(page.wrap(line, 2)));
  return [
    head,
    `  ${page.dim("Versions".padEnd(10))}${versions}`,
    ...rows,
    page.dim("  Read in"),
    ...sources,
    "",
  ].join("\n");
}
