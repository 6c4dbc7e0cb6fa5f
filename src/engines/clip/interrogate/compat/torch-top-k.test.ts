import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { torchTopK } from "./torch-top-k.js";

interface Case {
  readonly n: number;
  readonly k: number;
  readonly levels: number;
  readonly top: readonly number[];
}

const FIXTURE = new URL("../../../../../test/fixtures/interrogator/ties.json", import.meta.url);
const CASES = JSON.parse(readFileSync(FIXTURE, "utf8")) as readonly Case[];

/** As tools/golden/clip-interrogator/ties.py makes them. */
function values({ n, levels }: Case): Float32Array {
  let state = 88172645 + n + levels;
  return Float32Array.from({ length: n }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % levels;
  });
}

describe("torchTopK", () => {
  it.each(CASES.map((one) => [`${one.k} of ${one.n} with ${one.levels} values`, one] as const))(
    "takes of equal values those that PyTorch takes: %s",
    (_, one) => {
      expect([...torchTopK(values(one), one.k)]).toEqual(one.top);
    },
  );

  it("takes all there are where more are asked for, and none of none", () => {
    expect([...torchTopK(Float32Array.of(1, 3, 2), 9)]).toEqual([1, 2, 0]);
    expect([...torchTopK(new Float32Array(0), 3)]).toEqual([]);
  });
});
