import type { Carrier, TextBlock } from "../carrier.js";
import { iptcProperties } from "../iptc-properties.js";
import type { Reader } from "../reader.js";
import type { Recovered } from "../types.js";
import { xmpProperties } from "../xmp-properties.js";
import { locationOf } from "./location.js";
import { compact, namedFields, parametersOf } from "./named-fields.js";
import { rawBlocks } from "./raw-blocks.js";

/**
 * Midjourney: a description that ends in "Job ID: <uuid>". The prompt is kept as Midjourney wrote it, parameters
 * ("--ar 3:2 --v 6") included; `--no` is also the negative.
 */
export const midjourneyReader: Reader = { id: "midjourney", read: readMidjourney };

const KEYS = ["Description", "ImageDescription", "Caption"];
const JOB = /\s*Job ID:\s*([0-9a-f]{8}-[0-9a-f-]{27})\s*$/i;

function readMidjourney(carrier: Carrier): Recovered | null {
  for (const block of [...carrier.texts, ...captions(carrier)]) {
    if (!KEYS.includes(block.key)) continue;
    const job = JOB.exec(block.text.slice(-200));
    const prompt = job === null ? block.text : block.text.slice(0, block.text.length - job[0].length);
    const flags = flagsOf(prompt);
    if (job === null && !looksLikeFlags(flags, prompt)) continue;
    const fields = namedFields({ seed: flags["seed"], version: flags["v"] ?? flags["version"] });
    return {
      tool: "Midjourney",
      prompt,
      negative: flags["no"] ?? "",
      parameters: compact(parametersOf(fields)),
      raw: { ...rawBlocks(carrier), flags, ...(job === null ? {} : { jobId: job[1] }) },
      confidence: job === null ? 0.6 : 1,
      grammar: "midjourney",
      location: locationOf(block),
    };
  }
  return null;
}

/** XMP and IPTC captions as blocks, so that re-saved files are read too. */
function captions(carrier: Carrier): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const described =
    carrier.xmp?.includes("Job ID:") === true ? xmpProperties(carrier.xmp).get("dc:description") : undefined;
  for (const text of described ?? []) blocks.push({ container: "XMP", key: "Description", text });
  const caption = carrier.iptc === null ? undefined : iptcProperties(carrier.iptc).caption;
  if (caption !== undefined) blocks.push({ container: "IPTC", key: "Caption", text: caption });
  return blocks;
}

/** Flags of the text: name to value, "" for a switch without one. The last of equal names stands. */
function flagsOf(text: string): { readonly [name: string]: string } {
  const flags: { [name: string]: string } = {};
  for (const part of text
    .slice(-20_000)
    .split(/(?:^|\s)(?:--|—)(?=[A-Za-z])/)
    .slice(1, 100)) {
    const match = /^([A-Za-z]+)\s*([\s\S]*)$/.exec(part);
    if (match !== null) flags[(match[1] ?? "").toLowerCase()] = (match[2] ?? "").trim();
  }
  return flags;
}

/** Without a job, two flags of Midjourney's own, a version among them, must stand. */
function looksLikeFlags(flags: { readonly [name: string]: string }, text: string): boolean {
  const hasVersion = /^\d/.test(flags["v"] ?? flags["version"] ?? flags["niji"] ?? "");
  const others = ["ar", "aspect", "s", "stylize", "c", "chaos", "style", "raw", "sref", "seed", "q"];
  return hasVersion && text.includes("--") && others.some((name) => name in flags);
}
