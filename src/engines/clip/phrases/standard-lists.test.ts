import { describe, expect, it } from "vitest";
import { classify } from "../../../vocabulary/classify.js";
import { standardLists } from "./standard-lists.js";

const lists = standardLists();
const phrasesOf = (name: string): readonly string[] =>
  lists.find((list) => list.name === name)?.phrases ?? [];

describe("standardLists", () => {
  it("has the lists of an interrogator, none empty", () => {
    expect(lists.map(({ name }) => name)).toEqual([
      "subjects",
      "artists",
      "flavors",
      "mediums",
      "movements",
      "trendings",
      "negative",
    ]);
    expect(lists.filter(({ phrases }) => phrases.length < 10)).toEqual([]);
    expect(phrasesOf("flavors").length).toBeGreaterThan(5000);
  });

  it("repeats no phrase among what a picture shows", () => {
    const all = lists.filter(({ name }) => name !== "negative").flatMap(({ phrases }) => phrases);
    expect(new Set(all).size).toBe(all.length);
  });

  it("puts phrases where they belong", () => {
    expect(phrasesOf("mediums")).toContain("oil painting");
    expect(phrasesOf("movements")).toContain("art nouveau");
    expect(phrasesOf("artists")).toContain("by claude monet");
    expect(phrasesOf("flavors")).toContain("golden hour");
    expect(phrasesOf("negative")).toEqual(expect.arrayContaining(["bad hands", "jpeg artifacts"]));
  });

  it("hides no artist among the flavors, and denies nothing", () => {
    const others = lists.filter(({ name }) => name !== "artists").flatMap(({ phrases }) => phrases);
    expect(others.filter((phrase) => classify(phrase).facet === "artist")).toEqual([]);
    const names = phrasesOf("artists").map((artist) => artist.replace("by ", ""));
    const named = others.filter((phrase) => names.some((name) => ` ${phrase} `.includes(` ${name} `)));
    expect(named).toEqual(["rembrandt lighting"]);
    expect(others.filter((phrase) => /(?:burton|kubrick|lynch)/u.test(phrase))).toEqual([]);
    expect(others.filter((phrase) => /^(?:no|without) /u.test(phrase))).toEqual([]);
    expect(others).not.toContain("masterpiece");
  });
});
