/** Characters that have to repeat what stood before them until a text is held to go round in circles. */
const RUN = 160;
/** So often has the repeated part to stand there. */
const TIMES = 5;
const LONGEST_PART = 400;

/**
 * Where a text that ends in a loop begins to repeat itself: the end of the first round; undefined where it does not
 * loop. `"a": 1, jungle jungle jungle ...` is cut behind its first "jungle ".
 */
export function loopStart(text: string): number | undefined {
  const last = text.length - 1;
  for (let part = 1; part <= Math.min(LONGEST_PART, text.length / TIMES); part += 1) {
    let run = 0;
    while (run <= last - part && text.charCodeAt(last - run) === text.charCodeAt(last - run - part)) run += 1;
    if (run >= Math.max(RUN, part * (TIMES - 1))) return text.length - run;
  }
  return undefined;
}

export interface Collapsed {
  readonly text: string;
  /** Words were said three times or more in a row. */
  readonly looped: boolean;
}

/** "dense jungle jungle jungle" as "dense jungle": one to four words, said three times or more in a row, once. */
export function collapseRepeats(phrase: string): Collapsed {
  const words = phrase.split(" ");
  const said = words.map((word) => word.toLowerCase());
  const again = (at: number, size: number): boolean =>
    at + 2 * size <= said.length &&
    said.slice(at, at + size).every((word, i) => word === said[at + size + i]);
  const kept: string[] = [];
  let looped = false;
  for (let at = 0; at < words.length; ) {
    const size = [1, 2, 3, 4].find((length) => again(at, length) && again(at + length, length));
    if (size === undefined) {
      kept.push(words[at] ?? "");
      at += 1;
      continue;
    }
    looped = true;
    while (again(at, size)) at += size;
    kept.push(...words.slice(at, at + size));
    at += size;
  }
  return { text: kept.join(" "), looped };
}
