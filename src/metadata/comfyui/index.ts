import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { type Blocks, blocksOf } from "./blocks.js";
import { statementOf } from "./civitai.js";
import { type Graph, graphOfRun } from "./graph.js";
import { graphTexts } from "./graph-texts.js";
import type { Role } from "./names.js";
import { firstOfChain, parametersOf } from "./parameters.js";
import { type Pass, type Passes, passesOf } from "./passes.js";
import { startWalk, type Walk } from "./walk.js";
import { graphOfWorkflow } from "./workflow.js";

const CERTAIN = 1;
/** Several samplers with words of their own: which of them made what is for the person to say. */
const SEVERAL = 0.9;
/** No sampler was found, so that all words that lead to the picture are given. */
const GUESSED = 0.5;
/** An editor's graph need not be what made the picture. */
const WORKFLOW_ONLY = 0.2;

/**
 * ComfyUI's graphs. The prompt is what the samplers that feed an output were given: of several samplers (high-res
 * fix, refiner, regions) the distinct texts in the graph's order, a line each, blanks at their ends cut; each
 * sampler's own are in `raw.passes`. The parameters are those of the first sampler of the chain, which starts from
 * the empty latent and whose size is the picture's before upscaling. What Civitai states beside its graph wins.
 * A file with only the editor's graph has an empty prompt and its words in `raw.texts`.
 */
export const comfyuiReader: Reader = {
  id: "comfyui",
  read: (carrier) => {
    const blocks = blocksOf(carrier);
    if (blocks === null) return null;
    const sheet = blocks.workflow === null ? null : graphOfWorkflow(blocks.workflow);
    const run = graphOfRun(blocks.run, (id) => sheet?.get(id)?.outputs);
    if (run !== null) return recoverRun(blocks, run);
    return sheet === null ? null : recoverWorkflow(blocks, sheet);
  },
};

function recoverRun(blocks: Blocks, graph: Graph): Recovered {
  const walk = startWalk(graph);
  const passes = passesOf(walk);
  const statement = blocks.run === null ? null : statementOf(blocks.run);
  const found = { ...settingsOf(walk, passes), ...statement?.parameters };
  const prompt = statement?.prompt ?? wordsOf(passes, "positive");
  const negative = statement?.negative ?? wordsOf(passes, "negative");
  const isSplit = new Set(passes.list.map((pass) => JSON.stringify([pass.positive, pass.negative]))).size > 1;
  if (isSplit && statement === null && passes.kind !== "none") {
    walk.notes.add(
      `${passes.list.length} samplers with words of their own, one after another; see raw.passes`,
    );
  }
  if (passes.kind === "none" && prompt !== "")
    walk.notes.add("no sampler found: all texts that lead to the picture");
  const certainty = passes.kind === "none" ? GUESSED : isSplit ? SEVERAL : CERTAIN;
  return {
    tool: statement === null ? "ComfyUI" : "Civitai generator",
    prompt,
    negative,
    parameters: found,
    raw: rawOf(blocks, walk, passes, statement?.raw),
    confidence: statement === null ? certainty : CERTAIN,
    grammar: "comfyui",
    location: blocks.location,
    ...(walk.notes.size === 0 ? {} : { note: [...walk.notes].join("; ") }),
  };
}

function recoverWorkflow(blocks: Blocks, graph: Graph): Recovered {
  const walk = startWalk(graph);
  const passes = passesOf(walk);
  const hasTexts = graphTexts(graph, passes.list).length > 0;
  return {
    tool: "ComfyUI",
    prompt: "",
    negative: "",
    parameters: {},
    raw: rawOf(blocks, walk, passes, undefined),
    confidence: WORKFLOW_ONLY,
    grammar: "comfyui",
    location: blocks.location,
    note: hasTexts
      ? "workflow only: texts of the graph, not of a run; see raw.texts"
      : "workflow only: the graph holds no prompt texts",
  };
}

function settingsOf(walk: Walk, passes: Passes): Recovered["parameters"] {
  const first = passes.kind === "none" ? undefined : firstOfChain(walk, passes.list);
  return first === undefined ? {} : parametersOf(walk, first);
}

function wordsOf(passes: Passes, role: Role): string {
  return [...new Set(passes.list.flatMap((pass) => pass[role].map(({ text }) => text)))].join("\n");
}

function rawOf(blocks: Blocks, walk: Walk, passes: Passes, stated: unknown): Recovered["raw"] {
  const list = passes.kind === "none" ? [] : passes.list;
  return {
    ...blocks.rest,
    ...(blocks.run === null ? {} : { prompt: blocks.run }),
    ...(blocks.workflow === null ? {} : { workflow: blocks.workflow }),
    ...(stated === undefined ? {} : { extraMetadata: stated }),
    texts: graphTexts(walk.graph, passes.list),
    passes: list.map((pass) => describePass(walk, pass)),
  };
}

function describePass(walk: Walk, pass: Pass): { readonly [key: string]: unknown } {
  const { node, positive, negative } = pass;
  return {
    node: node.id,
    type: node.type,
    prompt: positive.map(({ text }) => text).join("\n"),
    negative: negative.map(({ text }) => text).join("\n"),
    parameters: parametersOf(walk, pass),
  };
}
