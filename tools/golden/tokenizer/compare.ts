/** Compares our tokens with those that compare.py wrote: FILE.jsonl FOLDER. */
import { readFileSync } from "node:fs";
import { loadClipTokenizer } from "../../../src/models/clip/tokenizer/load.js";

interface Line {
  readonly text: string;
  readonly ids: readonly number[];
  /** ftfy found text in a wrong encoding, which we leave. */
  readonly guessed?: boolean;
}

const [file = "", folder = ""] = process.argv.slice(2);
const lines = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
const tokenizer = await loadClipTokenizer(folder);
const differ = lines.filter(({ text, ids }) => tokenizer.encode(text).join() !== ids.join());
const guessed = differ.filter((line) => line.guessed === true);
const unassigned = differ.filter((line) => line.guessed !== true && /\p{Cn}/u.test(line.text));
console.log(`${lines.length} texts: ${lines.length - differ.length} equal, ${differ.length} differ`);
console.log(`of those, ${guessed.length} that ftfy takes for a wrong encoding`);
console.log(`and ${unassigned.length} with characters newer than Unicode ${process.versions["unicode"]}`);
for (const line of differ.filter((one) => !guessed.includes(one) && !unassigned.includes(one)).slice(0, 20)) {
  console.log(JSON.stringify(line.text), line.ids.join(), "|", tokenizer.encode(line.text).join());
}

const phrases = Array.from({ length: 100_000 }, (_, i) => lines[i % lines.length]?.text ?? "");
const plain = phrases.filter((text) => /^[ -~]*$/.test(text));
for (const [name, texts] of [
  ["all", phrases],
  ["plain", plain],
] as const) {
  const fresh = await loadClipTokenizer(folder);
  const start = process.cpuUsage();
  let tokens = 0;
  for (const text of texts) tokens += fresh.encode(text).length;
  console.log(
    `${name}: ${texts.length} texts, ${tokens} tokens, ${Math.round(process.cpuUsage(start).user / 1000)} ms of processor time`,
  );
}
