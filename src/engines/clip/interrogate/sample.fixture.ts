import { type FakeClip, fakeClip } from "../phrases/fake-clip.fixture.js";
import type { PhraseTable } from "../phrases/types.js";
import type { InterrogationTools, Question } from "./types.js";

/** What the picture is, to a CLIP that adds up words. */
const TRUTH = "a harbour gulls misty dawn tonalism watercolour muted soft rust teal Camille Corot";

const LISTS: { readonly [name: string]: readonly string[] } = {
  artists: ["by Camille Corot", "by Edda Thistlewood", "by Juno Varga", "by Ivo Quill", "by Wren Marsh"],
  mediums: ["watercolour", "watercolour painting", "oil painting", "charcoal drawing", "linocut"],
  movements: ["tonalism", "cubism", "vorticism", "tonalist"],
  flavors: [
    "misty dawn",
    "misty dawn light",
    "Misty Dawn",
    "dawn, misty",
    "muted soft rust",
    "teal and rust",
    "soft muted colours",
    "art by Juno Varga and Corot dawn",
    "misty dawn in the style of Claude Monet",
    "harbour gulls",
    "neon city",
    "hard flash",
    "gold leaf",
    "purple haze",
    "two dancers",
    "a cat at dawn",
    ...Array.from({ length: 40 }, (_, i) => `tone${i} light`),
  ],
  negative: ["blurry", "bad anatomy", "misty", "watermark", "extra fingers"],
};

interface Sample {
  readonly clip: FakeClip;
  readonly tools: InterrogationTools;
  readonly question: Question;
}

/** A picture with known words, and lists of which some hold them. */
export async function sample(more: readonly string[] = []): Promise<Sample> {
  const clip = fakeClip({ width: 48 });
  const tables: PhraseTable[] = [];
  for (const [name, own] of Object.entries(LISTS)) {
    const phrases = name === "flavors" ? [...own, ...more] : own;
    tables.push({ name, phrases, embeddings: await clip.embedTexts(phrases) });
  }
  const { data: image } = await clip.embedTexts([TRUTH]);
  return { clip, tools: { clip, tables }, question: { image, caption: "a harbour" } };
}
