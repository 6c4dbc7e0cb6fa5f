import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readRgba } from "../../src/image/decode/read-rgba.js";
import { readMetadata } from "../../src/metadata/read.js";

/** One line of `truth.jsonl`: what a person or the tool's own source says the file carries. */
interface Truth {
  readonly file: string;
  readonly tool: string;
  readonly prompt: string;
  readonly negative: string;
  readonly params: string;
}

interface Row {
  readonly truth: Truth;
  readonly tool: string;
  readonly prompt: string;
  readonly negative: string;
  readonly seedAndSteps: boolean | null;
  readonly ms: number;
  readonly provenance: string;
}

export interface MetadataEvaluation {
  readonly files: number;
  /** Files whose prompt (negative) equals the truth to the letter; files that carry none must give none. */
  readonly exactPrompts: number;
  readonly exactNegatives: number;
  readonly exactTools: number;
  /** Among the files whose truth states them. */
  readonly seedAndSteps: { readonly right: number; readonly stated: number };
  readonly table: string;
}

/** Reads every file that `DIR/truth.jsonl` names, and compares to the letter. */
export async function evaluateMetadata(dir: string): Promise<MetadataEvaluation> {
  const lines = (await readFile(join(dir, "truth.jsonl"), "utf8")).split("\n").filter((line) => line !== "");
  const rows: Row[] = [];
  for (const line of lines) rows.push(await readRow(dir, JSON.parse(line) as Truth));
  const stated = rows.filter((row) => row.seedAndSteps !== null);
  return {
    files: rows.length,
    exactPrompts: rows.filter((row) => row.prompt === row.truth.prompt).length,
    exactNegatives: rows.filter((row) => row.negative === row.truth.negative).length,
    exactTools: rows.filter((row) => row.tool === baseName(row.truth.tool)).length,
    seedAndSteps: { right: stated.filter((row) => row.seedAndSteps === true).length, stated: stated.length },
    table: tableOf(rows),
  };
}

async function readRow(dir: string, truth: Truth): Promise<Row> {
  const bytes = await readFile(join(dir, truth.file));
  const start = performance.now();
  const reading = await readMetadata(bytes, { readPixels: () => readRgba(bytes) });
  const ms = performance.now() - start;
  const { recovered, provenance } = reading;
  return {
    truth,
    tool: recovered?.tool ?? (provenance === null ? "none" : provenance.standard),
    prompt: recovered?.prompt ?? "",
    negative: recovered?.negative ?? "",
    seedAndSteps: compareSettings(truth.params, recovered?.parameters.seed, recovered?.parameters.steps),
    ms,
    provenance:
      provenance === null ? "" : `${provenance.madeByAi ? "AI" : "not AI"}: ${provenance.by ?? "?"}`,
  };
}

/** The truth writes variants in brackets, and names the firms behind a C2PA manifest. */
function baseName(tool: string): string {
  if (tool.startsWith("C2PA")) return "C2PA";
  if (tool.startsWith("NovelAI")) return "NovelAI";
  return tool.replace(/ \(.*\)$/, "");
}

function compareSettings(
  params: string,
  seed: string | undefined,
  steps: number | undefined,
): boolean | null {
  const wantedSeed = /(?:"seed"|Seed): "?(-?\d+)|-S (\d+)/.exec(params);
  const wantedSteps = /(?:"steps"|"num_inference_steps"|Steps): (\d+)|-s (\d+)/.exec(params);
  if (wantedSeed === null || wantedSteps === null) return null;
  return seed === (wantedSeed[1] ?? wantedSeed[2]) && String(steps) === (wantedSteps[1] ?? wantedSteps[2]);
}

function tableOf(rows: readonly Row[]): string {
  const byTool = new Map<string, Row[]>();
  for (const row of rows) {
    const list = byTool.get(row.truth.tool);
    if (list === undefined) byTool.set(row.truth.tool, [row]);
    else list.push(row);
  }
  const out = [
    "| tool | files | prompts exact | negatives exact | tool named |",
    "| --- | --- | --- | --- | --- |",
  ];
  for (const [tool, list] of byTool) {
    const prompts = list.filter((row) => row.prompt === row.truth.prompt).length;
    const negatives = list.filter((row) => row.negative === row.truth.negative).length;
    const named = list.filter((row) => row.tool === baseName(row.truth.tool)).length;
    out.push(`| ${tool} | ${list.length} | ${prompts} | ${negatives} | ${named} |`);
  }
  const misses = rows.flatMap(missesOf);
  out.push("", misses.length === 0 ? "No misses." : `Misses (${misses.length}):`, ...misses);
  const signed = rows.filter((row) => row.provenance !== "");
  out.push("", "Provenance:", ...signed.map((row) => `- ${row.truth.file}: ${row.provenance}`));
  const slowest = Math.max(...rows.map((row) => row.ms));
  out.push("", `Slowest file ${slowest.toFixed(1)} ms, pixels searched where needed.`);
  return out.join("\n");
}

function missesOf(row: Row): readonly string[] {
  const misses: string[] = [];
  const told = (what: string, got: string, wanted: string): void => {
    misses.push(
      `- ${row.truth.file}: ${what}\n    got    ${JSON.stringify(got)}\n    wanted ${JSON.stringify(wanted)}`,
    );
  };
  if (row.prompt !== row.truth.prompt) told("prompt", row.prompt, row.truth.prompt);
  if (row.negative !== row.truth.negative) told("negative", row.negative, row.truth.negative);
  if (row.tool !== baseName(row.truth.tool)) told("tool", row.tool, row.truth.tool);
  if (row.seedAndSteps === false)
    misses.push(`- ${row.truth.file}: seed or steps differ from ${row.truth.params.slice(0, 120)}`);
  return misses;
}

async function main(dir: string | undefined): Promise<void> {
  if (dir === undefined) {
    process.stderr.write("usage: tsx tools/eval/metadata.ts DIR (a folder with truth.jsonl)\n");
    process.exitCode = 2;
    return;
  }
  const result = await evaluateMetadata(dir);
  const { files, exactPrompts, exactNegatives, exactTools, seedAndSteps } = result;
  process.stdout.write(
    `${result.table}\n\nprompts ${exactPrompts}/${files}, negatives ${exactNegatives}/${files}, ` +
      `tools ${exactTools}/${files}, seed and steps ${seedAndSteps.right}/${seedAndSteps.stated}\n`,
  );
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(process.argv[2]);
}
