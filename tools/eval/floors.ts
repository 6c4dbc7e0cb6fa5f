import { readFileSync, writeFileSync } from "node:fs";

const RECORD = new URL("./recorded.json", import.meta.url);
/**
 * How far a share counted on pictures may fall: another build of the decoder can turn a picture or two. Files and
 * texts give the same to the letter everywhere.
 */
const SLACK = { pictures: 0.01, texts: 1e-9 } as const;
const EXACT = /^(?:metadata|gallery|translation): /u;
/** What needs a package that may be absent, or was judged by too few pictures this time. */
const MAY_BE_ABSENT = /^(?:detector|reading|measured): /u;

function fallsBelow(name: string, value: number, floor: number): boolean {
  return value < floor - (EXACT.test(name) ? SLACK.texts : SLACK.pictures);
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/**
 * Whether no recorded figure has fallen or is gone, told line by line. `record` then writes the new figures down.
 */
export function holdToFloors(
  figures: { readonly [name: string]: number },
  { record }: { readonly record: boolean },
): boolean {
  const recorded = JSON.parse(readFileSync(RECORD, "utf8")) as { readonly [name: string]: number };
  let failed = 0;
  for (const [name, value] of Object.entries(figures)) {
    const floor = recorded[name] ?? 0;
    const fell = fallsBelow(name, value, floor);
    if (fell) failed += 1;
    console.log(`${fell ? "FELL" : "ok  "} ${name}: ${percent(value)} (recorded ${percent(floor)})`);
  }
  for (const [name, floor] of Object.entries(recorded)) {
    if (figures[name] !== undefined) continue;
    const excused = MAY_BE_ABSENT.test(name);
    if (!excused) failed += 1;
    console.log(`${excused ? "none" : "GONE"} ${name}: not measured (recorded ${percent(floor)})`);
  }
  if (record) writeFileSync(RECORD, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`${Object.keys({ ...recorded, ...figures }).length - failed} passed, ${failed} failed`);
  return failed === 0;
}
