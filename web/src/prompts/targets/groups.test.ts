import type { Target } from "imprompt/core";
import { loadTarget, TARGET_IDS } from "imprompt/core";
import { beforeAll, describe, expect, it } from "vitest";
import { groupTargets } from "./groups";

let targets: readonly Target[] = [];
beforeAll(async () => {
  targets = await Promise.all(TARGET_IDS.map(loadTarget));
});

function shown(favourites: readonly string[], query: string): { [title: string]: readonly string[] } {
  const groups = groupTargets(targets, favourites, query);
  return Object.fromEntries(
    groups.map((group) => [group.title, group.targets.map(({ dialect }) => dialect.id)]),
  );
}

describe("groupTargets", () => {
  it("shows every target once, favorites first in the user's order", () => {
    const groups = groupTargets(targets, ["sdxl", "midjourney", "gone"], "");
    expect(groups[0]?.targets.map(({ dialect }) => dialect.id)).toEqual(["sdxl", "midjourney"]);
    expect(groups.flatMap((group) => group.targets)).toHaveLength(TARGET_IDS.length);
    expect(groups.map(({ title }) => title)).toEqual([
      "Favorites",
      "Comma phrases with weights",
      "Sentences",
      "Comma phrases",
    ]);
  });

  it("finds by id, title of any version and vendor", () => {
    expect(shown([], "niji")).toEqual({ "Comma phrases": ["midjourney"] });
    expect(shown([], "google")).toEqual({ Sentences: ["imagen", "gemini"] });
    expect(shown(["flux"], "black forest kontext")).toEqual({ Favorites: ["flux"] });
    expect(shown([], "no such target")).toEqual({});
  });
});
