import { describe, expect, it } from "vitest";
import { standardVocabulary } from "../../../vocabulary/standard.js";
import { INTERROGATION_MODES } from "../../types.js";
import { alike, makeSenses } from "./candidate.js";
import { interrogate } from "./index.js";
import { sample } from "./sample.fixture.js";
import type { InterrogateOptions, Interrogation } from "./types.js";

const ask = async (options: InterrogateOptions, prompt?: string): Promise<Interrogation> => {
  const { question, tools } = await sample();
  return interrogate(prompt === undefined ? question : { ...question, prompt }, tools, options);
};

const ARTIST = /corot|varga|thistlewood|quill|monet/iu;

describe("interrogate", () => {
  it("grows a prompt in which every phrase is said with its score and gain", async () => {
    const { prompt, similarity, phrases } = await ask({ mode: "best", minPhrases: 0 });
    expect(prompt.startsWith("a harbour, ")).toBe(true);
    expect(prompt).toBe(["a harbour", ...phrases.map(({ text }) => text)].join(", "));
    expect(phrases.length).toBeGreaterThan(3);
    for (const { gain } of phrases) expect(gain).toBeGreaterThan(0);
    expect(phrases[0]?.score).toBeGreaterThan(0.3);
    const caption = await ask({ mode: "caption" });
    const gains = phrases.reduce((sum, { gain }) => sum + gain, 0);
    expect(similarity).toBeCloseTo(caption.similarity + gains, 5);
  });

  it("is nearer to the picture in best mode than in any other that begins with the caption", async () => {
    const best = await ask({ mode: "best" });
    for (const mode of ["fast", "classic", "caption"] as const) {
      expect(best.similarity).toBeGreaterThanOrEqual((await ask({ mode })).similarity);
    }
  });

  it.each(["best", "fast", "classic", "style", "negative"] as const)(
    "says nothing twice in %s mode",
    async (mode) => {
      const { phrases } = await ask({ mode });
      const { ofText } = makeSenses(standardVocabulary(), new Float32Array(0));
      const senses = phrases.map(({ text }) => ofText(text));
      senses.forEach((sense, i) => {
        expect(senses.slice(i + 1).some((other) => alike(sense, other))).toBe(false);
      });
      if (mode !== "style" && mode !== "negative") {
        expect(phrases.map(({ text }) => text)).not.toContain("harbour");
      }
    },
  );

  it.each(INTERROGATION_MODES)(
    "names no artist unasked in %s mode, not even among the flavours",
    async (mode) => {
      for (const artists of ["off", "suggest"] as const) {
        const { prompt } = await ask({ mode, artists });
        expect(prompt).not.toMatch(ARTIST);
      }
    },
  );

  it("tells whom the picture resembles apart, unless artists are off or in the prompt", async () => {
    const { artists } = await ask({ mode: "fast" });
    expect(artists[0]?.artist).toBe("Camille Corot");
    expect(artists.length).toBe(3);
    const confidences = artists.map(({ confidence }) => confidence);
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(confidences.every((confidence) => confidence >= 0 && confidence < 1)).toBe(true);
    expect((await ask({ mode: "fast", artists: "off" })).artists).toEqual([]);
    const on = await ask({ mode: "classic", artists: "on" });
    expect(on.artists).toEqual([]);
    expect(on.prompt).toContain("watercolour by Camille Corot, ");
  });

  it("leaves the subject to its user in style mode", async () => {
    const { prompt, phrases } = await ask({ mode: "style" });
    expect(prompt).not.toMatch(/harbour|gulls|cat|dancers/u);
    expect(phrases.map(({ text }) => text)).toContain("tonalism");
  });

  it("finds in negative mode what the picture least is, each phrase taking it further away", async () => {
    const { prompt, phrases, similarity } = await ask({ mode: "negative" });
    expect(prompt).not.toMatch(/misty|dawn|tonalis|harbour/u);
    expect(phrases.length).toBeGreaterThan(1);
    expect(phrases[0]?.score).toBeLessThan(0);
    for (const { gain } of phrases.slice(1)) expect(gain).toBeLessThan(0);
    expect(similarity).toBeLessThan(phrases[0]?.score ?? 0);
  });

  it("keeps out of a negative prompt what the positive one holds", async () => {
    const free = await ask({ mode: "negative" });
    const [first] = free.phrases;
    const held = await ask({ mode: "negative" }, `a harbour, ${first?.text ?? ""}`);
    expect(held.phrases.map(({ text }) => text)).not.toContain(first?.text);
    expect(held.phrases.length).toBeGreaterThan(0);
  });

  it("takes no more phrases than asked, and no fewer candidates into account than asked", async () => {
    expect((await ask({ mode: "best", maxPhrases: 2 })).phrases.length).toBeLessThanOrEqual(2);
    expect((await ask({ mode: "fast", maxPhrases: 4 })).phrases.length).toBe(4);
    const few = await ask({ mode: "best", candidates: 4 });
    expect(few.encoded).toBeLessThan((await ask({ mode: "best" })).encoded);
    const patient = await ask({ mode: "best", minPhrases: 32 });
    expect(patient.encoded).toBeGreaterThan((await ask({ mode: "best", minPhrases: 0 })).encoded);
  });

  it("never fills more than CLIP's context", async () => {
    const { tools, question } = await sample();
    const clip = { ...tools.clip, contextLength: 12 };
    for (const mode of ["best", "fast", "classic", "style"] as const) {
      const { prompt } = await interrogate(question, { ...tools, clip }, { mode });
      expect(clip.countTokens(prompt)).toBeLessThanOrEqual(12);
    }
  });
});

describe("turbo quality", () => {
  it("encodes a small share of the texts and reaches nearly the similarity", async () => {
    const more = Array.from(
      { length: 2600 },
      (_, i) => `hue${i % 80} mood${i % 67} ${["misty", "teal", "soft"][i % 3]}`,
    );
    const { question, tools } = await sample(more);
    const exact = await interrogate(question, tools, { mode: "best", maxPhrases: 6 });
    const turbo = await interrogate(question, tools, { mode: "best", maxPhrases: 6, quality: "turbo" });
    expect(turbo.encoded).toBeLessThan(exact.encoded / 2);
    expect(turbo.similarity).toBeGreaterThan(0.98 * exact.similarity);
  });

  it("tries candidates with the rough encoder, and says only what the exact one says of them", async () => {
    const { clip, question, tools } = await sample();
    const asked: number[] = [];
    const rough = {
      embedTexts: async (texts: readonly string[]) => {
        asked.push(texts.length);
        const { data, ...shape } = await clip.embedTexts(texts);
        // Nearly right: the order of what is far apart holds, the values do not.
        return { ...shape, data: data.map((value, i) => value * 0.5 + (i % 2) * 0.001) };
      },
    };
    const options: InterrogateOptions = { mode: "best", minPhrases: 0, quality: "turbo" };
    const turbo = await interrogate(question, { ...tools, rough }, options);
    const whole = await clip.embedTexts([turbo.prompt]);
    const exact = whole.data.reduce((sum, value, i) => sum + value * (question.image[i] as number), 0);
    expect(turbo.similarity).toBeCloseTo(exact, 5);
    expect(turbo.prompt).toContain("misty dawn");
    expect(asked.length).toBeGreaterThan(3);
    expect(turbo.encoded).toBeGreaterThan(asked.reduce((sum, count) => sum + count, 0));
    asked.length = 0;
    await interrogate(question, { ...tools, rough }, { ...options, quality: "exact" });
    expect(asked).toEqual([]);
  });
});

describe("what interrogate refuses", () => {
  it("is a mode that begins with a caption, without one", async () => {
    const { tools, question } = await sample();
    const { image } = question;
    await expect(interrogate({ image }, tools, { mode: "best" })).rejects.toMatchObject({
      code: "invalid-option",
    });
    await expect(interrogate({ image }, tools, { mode: "style" })).resolves.toMatchObject({ mode: "style" });
  });

  it("is what clip-interrogator cannot do, and lists that it needs and does not get", async () => {
    await expect(ask({ mode: "style", compat: "clip-interrogator" })).rejects.toMatchObject({
      code: "invalid-option",
    });
    await expect(ask({ mode: "fast", compat: "clip-interrogator" })).rejects.toMatchObject({
      code: "invalid-option",
      message: expect.stringContaining("trendings"),
    });
  });

  it("is to go on when it is cancelled", async () => {
    const { tools, question } = await sample();
    const stop = new AbortController();
    const running = interrogate(question, tools, {
      mode: "best",
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
  });

  it("is a picture that was embedded by another model", async () => {
    const { tools } = await sample();
    const other = interrogate({ image: new Float32Array(8) }, tools, { mode: "style" });
    await expect(other).rejects.toMatchObject({ code: "model-corrupt" });
  });
});
