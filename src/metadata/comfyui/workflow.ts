import { isRecord } from "../lenient-json.js";
import type { Graph, GraphNode, Input } from "./graph.js";
import { isIdle, type Member, portsOf, SHEET_INPUT, type Sheet, sheetsOf, sourceOf } from "./subgraphs.js";

/** Whether a value is the editor's graph. */
export function isWorkflow(value: unknown): value is Member {
  return isRecord(value) && Array.isArray(value["nodes"]);
}

/**
 * The editor's graph in the shape of a run's: subgraphs opened ("30:6"), muted nodes gone, bypassed ones bridged,
 * notes left out. Widgets of core nodes get their names; of others only what reads like words is kept, as
 * "text", "text_2", since the file does not name their widgets.
 */
export function graphOfWorkflow(workflow: Member): Graph {
  const nodes = new Map<string, GraphNode>();
  for (const sheet of sheetsOf(workflow)) {
    for (const [id, member] of sheet.nodes) {
      const type = typeof member["type"] === "string" ? member["type"] : "";
      if (id === SHEET_INPUT || isIdle(member) || /note$/i.test(type)) continue;
      const title = member["title"];
      nodes.set(sheet.prefix + id, {
        id: sheet.prefix + id,
        type,
        inputs: new Map([...widgetsOf(type, member), ...wiresOf(sheet, member)]),
        outputs: portsOf(member, "outputs").map(nameOf),
        ...(typeof title === "string" ? { title } : {}),
      });
    }
  }
  return nodes;
}

function wiresOf(sheet: Sheet, member: Member): readonly Input[] {
  return portsOf(member, "inputs").flatMap((port): readonly Input[] => {
    if (port["link"] === null || port["link"] === undefined) return [];
    const source = sourceOf(sheet, port["link"]);
    return source === null ? [] : [[nameOf(port), source]];
  });
}

function nameOf(port: Member): string {
  return typeof port["name"] === "string" ? port["name"] : "";
}

/** "*" stands for the editor's own widget beside a seed. */
const KSAMPLER = ["seed", "*", "steps", "cfg", "sampler_name", "scheduler", "denoise"];
const WIDGETS: { readonly [type: string]: readonly string[] } = {
  CLIPTextEncode: ["text"],
  KSampler: KSAMPLER,
  KSamplerAdvanced: ["add_noise", "noise_seed", ...KSAMPLER.slice(1, -1), "start_at_step", "end_at_step"],
  EmptyLatentImage: ["width", "height", "batch_size"],
  EmptySD3LatentImage: ["width", "height", "batch_size"],
  CheckpointLoaderSimple: ["ckpt_name"],
  CheckpointLoader: ["config_name", "ckpt_name"],
  UNETLoader: ["unet_name"],
  VAELoader: ["vae_name"],
  LoraLoader: ["lora_name", "strength_model", "strength_clip"],
  LoraLoaderModelOnly: ["lora_name", "strength_model"],
  CLIPSetLastLayer: ["stop_at_clip_layer"],
  RandomNoise: ["noise_seed"],
  KSamplerSelect: ["sampler_name"],
  BasicScheduler: ["scheduler", "steps", "denoise"],
};

function widgetsOf(type: string, member: Member): readonly Input[] {
  const values = member["widgets_values"];
  if (isRecord(values)) return Object.entries(values);
  if (!Array.isArray(values)) return [];
  const known = WIDGETS[type];
  const list: readonly unknown[] = values;
  if (known !== undefined && Object.hasOwn(WIDGETS, type)) {
    return known.flatMap((name, index): readonly Input[] => (name === "*" ? [] : [[name, list[index]]]));
  }
  if (type === "PrimitiveNode") return [["value", list[0]]];
  if (/^[GS]etNode$/.test(type)) return [["name", list[0]]];
  const isAboutText = /text|prompt|string/i.test(type);
  const words = list.filter((value) => typeof value === "string" && (isAboutText || readsLikeWords(value)));
  return words.map((value, index): Input => [index === 0 ? "text" : `text_${index + 1}`, value]);
}

function readsLikeWords(value: string): boolean {
  return (
    /\p{L}{2}/u.test(value) &&
    /[\s,、。]/u.test(value.trim()) &&
    !/\.[a-z0-9]{2,11}(?:\s\[\w+\])?$/i.test(value)
  );
}
