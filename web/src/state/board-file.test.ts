import fc from "fast-check";
import {
  createBlueprint,
  ImpromptError,
  parseBlueprint,
  perform,
  redo,
  startHistory,
  undo,
} from "imprompt/core";
import { describe, expect, it } from "vitest";
import type { Board } from "./board";
import { boardFromFile, boardToFile, fileNameOf } from "./board-file";

const first = createBlueprint({
  frame: { width: 640, height: 480 },
  palette: [{ hex: "#203040", name: "slate", share: 0.4 }],
  terms: [
    { id: "one", facet: "subject", text: "a heron" },
    {
      id: "two",
      facet: "lighting",
      text: "low sun",
      confidence: 0.6,
      evidence: [{ source: "analysis:light" }],
    },
    { id: "three", facet: "artist", text: "in the manner of a woodcut" },
  ],
});

const edited = [
  { kind: "weigh", id: "one", weight: 1.4 },
  { kind: "remove", id: "two" },
  { kind: "replace", id: "one", text: "a grey heron" },
  { kind: "pin", id: "three", pinned: true },
] as const;

const board: Board = {
  id: "b1",
  name: "heron.jpg",
  origin: { kind: "variation", of: "heron", difference: ["colder light"] },
  createdAt: 1_700_000_000_000,
  picture: { preview: "data:image/webp;base64,AAAA", width: 640, height: 480, format: "jpeg" },
  facts: {
    recovered: {
      tool: "A1111 web UI",
      prompt: "a heron, low sun",
      negative: "people",
      parameters: { steps: 20, seed: "12345678901234567890", size: { width: 640, height: 480 } },
      confidence: 1,
      raw: { parameters: "a heron" },
      grammar: "a1111",
      location: "EXIF UserComment",
      characters: [{ prompt: "a second heron", negative: "fish" }],
      note: "workflow only",
    },
    provenance: { madeByAi: true, standard: "C2PA", by: "A camera", actions: ["created"] },
    measurements: { horizon: { y: 0.4 } },
    warnings: [{ code: "metadata-truncated" as never, message: "cut off" }],
  },
  history: undo(edited.reduce(perform, startHistory(first))),
  parameters: { sdxl: { steps: 20, sampler: "Euler a", raw: true } },
};

const blueprint = board.history.present;

function refusal(text: string): ImpromptError {
  try {
    boardFromFile(text);
  } catch (error) {
    if (error instanceof ImpromptError) return error;
    throw error;
  }
  throw new Error("it was taken");
}

describe("a board's file", () => {
  it("brings the board back whole, under an id of its own", () => {
    const { id, ...rest } = boardFromFile(boardToFile(board));
    const { id: before, ...all } = board;
    expect(rest).toEqual(all);
    expect(id).not.toBe(before);
    expect(boardToFile(board)).toContain('"imprompt": "board"');
  });

  it("goes back and forth in its history as before", () => {
    const { history } = boardFromFile(boardToFile(board));
    expect(redo(history)).toEqual(redo(board.history));
    expect(undo(undo(undo(history))).present).toEqual(first);
  });

  it("is named after the board, without the picture's ending", () => {
    expect(fileNameOf(board)).toBe("heron.imprompt.json");
    expect(fileNameOf({ ...board, name: "../Ufer: früh / spät?.PNG" })).toBe("Ufer-früh-spät.imprompt.json");
    expect(fileNameOf({ ...board, name: "***" })).toBe("board.imprompt.json");
  });

  it("may be a bare blueprint", () => {
    const opened = boardFromFile(JSON.stringify(first), "heron");
    expect(opened).toMatchObject({ name: "heron", origin: { kind: "file" }, picture: null, facts: null });
    expect(opened.history).toEqual(startHistory(first));
  });

  it("may be what imprompt --json prints", () => {
    const description = {
      file: "heron.jpg",
      image: { width: 640, height: 480, format: "jpeg" },
      blueprint: first,
    };
    const { facts } = board;
    const opened = boardFromFile(JSON.stringify({ ...description, ...facts, prompts: [] }));
    expect(opened).toMatchObject({ name: "heron.jpg", picture: null, facts });
    expect(opened.history.present).toEqual(first);
  });
});

describe("a file that is no board", () => {
  it.each([
    ["no JSON", "{", /not JSON/u],
    ["a list", "[]", /no board/u],
    ["a number", "4", /no board/u],
    ["some other object", '{"a": 1}', /no board/u],
    ["another file of imprompt", '{"imprompt": "recipe"}', /"recipe"/u],
    ["a newer version", '{"imprompt": "board", "version": 2}', /version 2/u],
    ["a recipe", '{"slots": [], "terms": []}', /recipe/u],
    ["a board without a blueprint", '{"imprompt": "board", "version": 1}', /not a blueprint/u],
    ["a broken blueprint", '{"terms": [{}], "version": 1}', /not a blueprint/u],
  ])("is refused with what to do: %s", (_, text, message) => {
    const { code, hint, message: said } = refusal(text);
    expect(code).toBe("invalid-blueprint");
    expect(said).toMatch(message);
    expect(hint).toBeTruthy();
  });
});

describe("a board that someone has changed", () => {
  const withHistory = (change: object): Board =>
    boardFromFile(
      JSON.stringify({ imprompt: "board", version: 1, ...board, history: { ...board.history, ...change } }),
    );

  it("loses a history that is malformed, and keeps its present", () => {
    expect(withHistory({ past: "no" }).history).toEqual(startHistory(blueprint));
    expect(withHistory({ past: [{ edit: {}, inverse: {}, words: "" }] }).history).toEqual(
      startHistory(blueprint),
    );
  });

  it("loses a history that does not replay", () => {
    const gone = { edit: { kind: "remove", id: "x" }, inverse: { kind: "remove", id: "x" }, words: "x" };
    expect(withHistory({ past: [gone] }).history.past).toEqual([]);
    expect(withHistory({ future: [gone] }).history).toEqual(startHistory(blueprint));
  });

  it("loses a history that leads elsewhere than to its present", () => {
    const [step] = board.history.past;
    const other = { ...step, edit: { kind: "weigh", id: "one", weight: 2.5 } };
    expect(withHistory({ past: [other, ...board.history.past.slice(1)] }).history.past).toEqual([]);
  });

  it("loses a history that leads through what is no blueprint", () => {
    const term = { ...first.terms[1], evidence: "none" };
    const bad = { edit: { kind: "remove", id: "two" }, inverse: { kind: "add", term, at: 1 }, words: "x" };
    const past = [board.history.past[0], bad, ...board.history.past.slice(2)];
    expect(withHistory({ past }).history.past).toEqual([]);
  });

  it.each([
    ["https://example.com/a.png"],
    ["data:image/svg+xml;base64,AAAA"],
    ["data:text/html;base64,AAAA"],
    ['data:image/webp;base64,AA"onload='],
    ["javascript:alert(1)"],
  ])("shows no picture from %s", (preview) => {
    const file = { imprompt: "board", version: 1, ...board, picture: { ...board.picture, preview } };
    expect(boardFromFile(JSON.stringify(file)).picture).toBeNull();
  });

  it("leaves out facts that are none, one by one", () => {
    const facts = {
      recovered: { ...board.facts?.recovered, prompt: 4 },
      provenance: { madeByAi: "yes" },
      warnings: [1],
    };
    const file = { imprompt: "board", version: 1, ...board, facts };
    expect(boardFromFile(JSON.stringify(file)).facts).toEqual({
      recovered: null,
      provenance: null,
      measurements: {},
      warnings: [],
    });
  });
});

/** Every place in a JSON value, by its path. */
function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [
    ...(path.length > 0 ? [path] : []),
    ...inner.flatMap(([key, each]) => pathsOf(each, [...path, key])),
  ];
}

function withValue(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const inner = (value as { readonly [key: string]: unknown })[key];
  const changed = withValue(inner, rest, put);
  if (Array.isArray(value)) return value.map((each, at) => (String(at) === key ? changed : each));
  return { ...(value as object), [key]: changed };
}

describe("damage", () => {
  const whole: unknown = JSON.parse(boardToFile(board));
  const paths = pathsOf(whole);

  it("anywhere in a file gives a sound board or a clear refusal", () => {
    const damage = fc.array(fc.tuple(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 })), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(damage, (changes) => {
        const text = JSON.stringify(
          changes.reduce((value, [path, put]) => {
            try {
              return withValue(value, path, put);
            } catch {
              return value; // an earlier change took the place away
            }
          }, whole),
        );
        let opened: Board;
        try {
          opened = boardFromFile(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ImpromptError);
          return;
        }
        expect(opened.name).not.toBe("");
        let { history } = opened;
        expect(parseBlueprint(history.present)).toEqual(history.present);
        while (history.past.length > 0) history = undo(history);
        parseBlueprint(history.present);
        while (history.future.length > 0) history = redo(history);
        parseBlueprint(history.present);
        // What is sound is written and read again without loss.
        const { id: _, ...again } = boardFromFile(boardToFile(opened));
        const { id: __, ...once } = opened;
        expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(once)));
      }),
      { numRuns: 400 },
    );
  });

  it("at the end of a file is told as such", () => {
    const text = boardToFile(board).trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 1 }), (length) => {
        expect(refusal(text.slice(0, length)).message).toMatch(/not JSON/u);
      }),
    );
  });
});
