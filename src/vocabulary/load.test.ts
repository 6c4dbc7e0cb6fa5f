import { expect, test } from "vitest";
import { ImpromptError } from "../base/error.js";
import { classify } from "./classify.js";
import { opposites, strengthOf, synonyms } from "./lexicon.js";
import { loadVocabulary } from "./load.js";
import { lookup } from "./lookup.js";

function failure(name: string, text: string): ImpromptError {
  try {
    loadVocabulary([{ name, text }], "extend");
  } catch (error) {
    if (error instanceof ImpromptError) return error;
  }
  throw new Error("it loaded");
}

test("extending adds phrases, moves those it names and keeps the others", () => {
  const text = "# ours\nzorblax glow | zorb ! fog @ 0.9\nhaze\n";
  const vocabulary = loadVocabulary([{ name: "my/lighting.zorb.txt", text }], "extend");
  expect(classify("a faint zorblax glow", { vocabulary }).facet).toBe("lighting");
  expect(classify("zorb", { vocabulary }).facet).toBe("lighting");
  expect(lookup("haze", vocabulary)?.facet).toBe("lighting");
  expect(lookup("haze")?.facet).toBe("atmosphere");
  expect(lookup("golden hour", vocabulary)?.facet).toBe("lighting");
  expect(opposites("zorb", vocabulary)).toEqual(["fog"]);
  expect(opposites("fog", vocabulary)).toContain("zorblax glow");
  expect(synonyms("zorb", vocabulary)).toEqual(["zorblax glow"]);
  expect(strengthOf("zorb", vocabulary)).toBe(0.9);
});

test("replacing stands in for ours in the facets that are named, and in no other", () => {
  const vocabulary = loadVocabulary([{ name: "artist.txt", text: "jane roe\n" }], "replace");
  expect(lookup("jane roe", vocabulary)?.facet).toBe("artist");
  expect(lookup("hokusai", vocabulary)).toBeUndefined();
  expect(lookup("golden hour", vocabulary)?.facet).toBe("lighting");
});

test.each([
  ["moods.txt", "calm", "moods.txt", "no facet"],
  ["lighting.txt", "\nzorb @ bright", "lighting.txt:2", 'not "bright"'],
  ["lighting.txt", "zorb @ 1.5", "lighting.txt:1", "from 0 to 1"],
  ["lighting.txt", "# a\nzorb ! qwertz", "lighting.txt:2", '"qwertz" is no entry'],
  ["lighting.txt", "zorb | , glow", "lighting.txt:1", "nothing stands beside"],
  ["lighting.txt", "zorb\n...", "lighting.txt:2", "has no word"],
])("%s with %j is refused at %s", (name, text, where, message) => {
  const error = failure(name, text);
  expect(error).toMatchObject({ code: "input-corrupt", where });
  expect(error.message).toContain(message);
  expect(error.hint).toBeDefined();
});

test("a phrase in two facets of a user's files is refused where it stands the second time", () => {
  const files = [
    { name: "style.txt", text: "zorb\n" },
    { name: "medium.txt", text: "# a\nzorb\n" },
  ];
  expect(() => loadVocabulary(files, "extend")).toThrow('"zorb" stands in style.txt:1 already');
});
