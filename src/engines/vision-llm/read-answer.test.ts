import { describe, expect, it } from "vitest";
import { readAnswer } from "./read-answer.js";

/** "subject: red fox 0.9 | setting: lake" */
function said(text: string): string {
  const answer = readAnswer(text);
  if (answer.kind !== "said") return answer.kind;
  return answer.facets
    .map(
      ({ asked, phrases }) =>
        `${asked.facet}: ${phrases.map(({ text: phrase, sure }) => (sure === undefined ? phrase : `${phrase} ${sure}`)).join(", ")}`,
    )
    .join(" | ");
}

describe("readAnswer", () => {
  it.each([
    ["the form that was asked for", '{"subject": [{"phrase": "red fox", "confidence": 0.9}]}'],
    [
      "a fence",
      'Here it is:\n```json\n{"subject": [{"phrase": "red fox", "confidence": 0.9}]}\n```\nGladly.',
    ],
    [
      "thinking before it",
      '<think>{"subject": ["a dog"]}? No.</think>{"subject": [{"phrase": "red fox", "confidence": 0.9}]}',
    ],
    [
      "thinking whose beginning is not marked",
      'It is a fox.</think>\n{"subject": [{"phrase": "red fox", "confidence": 0.9}]}',
    ],
    [
      "marks of a template",
      '<|begin_of_box|>{"subject": [{"phrase": "red fox", "confidence": 0.9}]}<|end_of_box|>',
    ],
    [
      "brackets in prose before it",
      'The picture [of a fox] {so to say}: {"subject": [{"phrase": "red fox", "confidence": 0.9}]}',
    ],
    ["a wrapper", '{"answer": {"facets": {"Main Subject": [{"text": "red fox", "confidence": "90%"}]}}}'],
    ["a flat list", '[{"facet": "Subject", "phrase": "red fox", "confidence": 90}]'],
    ["an object of figures", '{"subject": {"red fox": 0.9}}'],
    ["figures of ten", '{"subjects": {"name": "red fox", "score": 9}}'],
    ["a missing end", '{"subject": [{"phrase": "red fox", "confidence": 0.9}, {"phrase": "snow'],
  ])("reads %s", (_, text) => {
    expect(said(text)).toBe("subject: red fox 0.9");
  });

  it.each([
    [
      '{"subject": "red fox", "mood": ["calm", null, 3, {"confidence": 1}]}',
      "subject: red fox | atmosphere: calm, 3",
    ],
    ['{"subject": [{"phrase": "fox", "confidence": "high"}]}', "subject: fox 0.85"],
    ['{"subject": [{"phrase": "fox", "confidence": "constructor"}]}', "subject: fox"],
    ['{"subject": [{"phrase": "fox", "confidence": -4}]}', "subject: fox"],
    ['{"__proto__": ["x"], "constructor": ["y"], "subject": ["fox"]}', "subject: fox"],
    ['[{"facet": "__proto__", "phrase": "x"}, {"facet": "subject", "phrase": "fox"}]', "subject: fox"],
  ])("reads %s loosely", (text, facets) => {
    expect(said(text)).toBe(facets);
  });

  it("tells a whole answer from one that was cut", () => {
    expect(readAnswer('{"subject": ["fox"]}')).toMatchObject({ cut: false });
    expect(readAnswer('{"subject": ["fox"')).toMatchObject({ cut: true });
  });

  it.each([
    ["I’m sorry, but I can’t assist with that.", "refused"],
    ["I cannot describe people in this image.", "refused"],
    ['{"caption": "I\'m unable to help with this request.", "subject": []}', "refused"],
    ["Es tut mir leid, aber dabei kann ich nicht helfen.", "refused"],
    ["抱歉，我无法描述这张图片。", "refused"],
    ["I don't see any image. No image was attached to your message.", "blind"],
    ["As a text-based AI I can't view pictures.", "blind"],
    ["", "malformed"],
    ["   \n", "malformed"],
    ["A picture of a sorry fox.", "malformed"],
    ["[1, 2, 3]", "malformed"],
  ])("knows %j as %s", (text, kind) => {
    expect(readAnswer(text).kind).toBe(kind);
  });

  it("takes no refusal from an answer that holds phrases", () => {
    expect(said('I\'m sorry for the wait. {"subject": ["sign that reads I cannot"]}')).toBe(
      "subject: sign that reads I cannot",
    );
  });
});
