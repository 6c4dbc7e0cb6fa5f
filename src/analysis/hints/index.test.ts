import { expect, test } from "vitest";
import type { Classify } from "./index.js";
import { phraseHints } from "./index.js";

const classify: Classify = (phrase, context) => {
  if (/forest|beach/u.test(phrase)) return { facet: "setting", confidence: 0.9, reason: "" };
  if (/painting/u.test(phrase)) return { facet: "medium", confidence: 0.9, reason: "" };
  if (/quality/u.test(phrase)) return { facet: "quality", confidence: 0.9, reason: "" };
  return { facet: context?.first === true ? "subject" : "detail", confidence: 0.3, reason: "" };
};

const said = (writing: Parameters<typeof phraseHints>[0]): string[] =>
  phraseHints(writing, classify).map(({ facet, text, evidence }) => `${evidence.source} ${facet}: ${text}`);

test("captions, keywords and the file's name each keep their own source", () => {
  expect(
    said({
      title: "Harbor seals",
      caption: "Two harbor seals rest on a rock. Taken at low tide. (AP Photo/Jane Roe)",
      keywords: ["seal", "animals|mammals|harbor seal", "beach", "seal"],
      fileName: "seals-on-a-rock.jpg",
    }),
  ).toEqual([
    "iptc:caption subject: Two harbor seals rest on a rock",
    "iptc:caption subject: Harbor seals",
    "iptc:keywords subject: seal",
    "iptc:keywords subject: harbor seal",
    "iptc:keywords setting: beach",
    "file-name subject: seals on a rock",
  ]);
});

test.each([
  "OLYMPUS DIGITAL CAMERA         ",
  "SONY DSC",
  "DCIM",
  "Created with GIMP",
  "Adobe Photoshop 24",
  "https://example.org/a.jpg",
  "© 2021 Jane Roe",
  "Copyright Jane Roe, all rights reserved",
  "Photo by Jane Roe",
  "Untitled",
  "1234",
  "---",
  '{"prompt": 1}',
  "masterpiece\nSteps: 20, Sampler: Euler",
])("the caption %j says nothing", (caption) => {
  expect(said({ caption })).toEqual([]);
});

test.each([
  "photoshop",
  "2021",
  "5 stars",
  "www.example.org",
  "© Roe",
  "IMG_1234",
  "project:12",
  "best quality",
])("the keyword %j says nothing", (keyword) => {
  expect(said({ keywords: [keyword] })).toEqual([]);
});

test("a title that repeats the caption or is a file's name is not said twice", () => {
  expect(said({ title: "A red fox", caption: "A red fox." })).toEqual(["iptc:caption subject: A red fox"]);
  expect(said({ title: "IMG_1234" })).toEqual([]);
});

test("a file name is a guess, and goes where its words belong", () => {
  const [hint] = phraseHints({ fileName: "oil-painting-0.png" }, classify);
  expect(hint).toMatchObject({ facet: "medium", text: "oil painting", confidence: 0.35, hypothesis: true });
});

test("a long list of keywords is believed less", () => {
  const many = Array.from(
    { length: 40 },
    (_, index) => `beach ${String.fromCharCode(97 + (index % 26))}${"xyz"[index % 3]}a`,
  );
  const [few] = phraseHints({ keywords: ["beach"] }, classify);
  const [one] = phraseHints({ keywords: many }, classify);
  expect(one?.confidence).toBeLessThan(few?.confidence ?? 0);
});
