import { setTimeout as sleep } from "node:timers/promises";
import type { Detection } from "../../engines/embedded/sight.js";
import { serveSight } from "./serve-sight.js";

/** Eyes that do what the width of the picture says, and no package to read with. */
const kept: Buffer[] = [];
let calls = 0;

function see(): Detection {
  calls += 1;
  const region = { x: 0, y: 0, width: 1, height: 1 };
  return { objects: [{ label: `${process.pid}`, score: calls / 100, region }], faces: [], bodies: [] };
}

serveSight({
  detect: () =>
    Promise.resolve(async ({ width }) => {
      if (width === 2) process.kill(process.pid, "SIGSEGV");
      if (width === 3) throw new TypeError("no tensor");
      if (width === 4) await sleep(60_000);
      if (width === 5) for (;;) kept.push(Buffer.alloc(2 ** 22, 1));
      return see();
    }),
  read: () => Promise.resolve(undefined),
});
