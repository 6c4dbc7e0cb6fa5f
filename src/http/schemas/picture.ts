import { z } from "@hono/zod-openapi";
import type { ArtistPolicy, EngineWish, InterrogationMode, QualityLevel } from "../../app/engine-choice.js";
import {
  ARTIST_POLICIES,
  ENGINE_WISHES,
  INTERROGATION_MODES,
  QUALITY_LEVELS,
} from "../../app/engine-choice.js";
import type { Facet } from "../../blueprint/facets.js";
import { FACETS } from "../../blueprint/facets.js";
import { blueprintSchema } from "./blueprint.js";
import { MAX_WORDS } from "./limits.js";
import { promptsField, warningsField } from "./prompt.js";

/** What is said of a picture. */

const anything = z.record(z.string(), z.unknown());

const recoveredSchema = z
  .strictObject({
    tool: z.string().describe('"A1111 web UI", "ComfyUI", "NovelAI", "Midjourney" ...'),
    prompt: z.string().describe("To the letter; empty when the file carries none."),
    negative: z.string(),
    parameters: anything.describe(
      "The field's usual settings: model, sampler, steps, cfgScale, seed, size ...",
    ),
    raw: anything.describe("Every key that the tool wrote, as it wrote it."),
    confidence: z.number().min(0).max(1),
    grammar: z.enum(["a1111", "comfyui", "compel", "novelai", "midjourney", "prose"]),
    location: z.string().describe('Where in the file: "PNG tEXt parameters".'),
    characters: z
      .array(z.strictObject({ prompt: z.string(), negative: z.string().optional() }))
      .optional()
      .describe("Prompts of single characters."),
    note: z.string().optional(),
  })
  .openapi("Recovered", {
    description: "The true prompt, as the tool that made the picture wrote it into the file.",
  });

const provenanceSchema = z
  .strictObject({
    digitalSourceType: z.string().optional(),
    madeByAi: z.boolean(),
    by: z.string().optional(),
    standard: z.enum(["C2PA", "IPTC"]),
    actions: z.array(z.string()).optional(),
  })
  .openapi("Provenance", { description: "Who says that a machine made or edited the picture." });

const sizeField = z.strictObject({ width: z.int(), height: z.int(), format: z.string() });

const engineSchema = z
  .strictObject({
    id: z.enum(["embedded", "clip", "vision-llm"]).describe('"embedded" is the measurements alone.'),
    why: z.string(),
    hint: z.string().optional().describe("How to get more, where there is more to get."),
    source: z.string().describe('As evidence names it: "analysis", "clip:ViT-L-14/openai".'),
    prompt: z.string().optional().describe("The engine's own string, as its mode asks for it."),
    caption: z.string().optional(),
    rankings: z
      .record(z.string(), z.array(z.strictObject({ text: z.string(), score: z.number() })))
      .optional()
      .describe("By list of phrases, those that resemble the picture most, with their cosine similarity."),
  })
  .openapi("EngineReport", { description: "What looked at the picture, and why it was that." });

export const descriptionSchema: z.ZodType = z
  .strictObject({
    file: z.string().describe("What messages call the picture."),
    image: sizeField.describe("As displayed, orientation applied."),
    summary: z
      .string()
      .describe('What is sure of it in one breath: "A photograph of two people on a city street at night."'),
    recovered: recoveredSchema.nullable(),
    provenance: provenanceSchema.nullable(),
    engine: engineSchema,
    blueprint: blueprintSchema,
    measurements: anything.describe("The figures behind the words, by measurement."),
    prompts: promptsField,
    warnings: warningsField,
  })
  .openapi("Description", {
    description: "All that imprompt says of one picture: what imprompt describe --json prints.",
  });

export const readingSchema: z.ZodType = z
  .strictObject({
    file: z.string(),
    recovered: recoveredSchema.nullable(),
    provenance: provenanceSchema.nullable(),
    description: z.strictObject({
      title: z.string().optional(),
      caption: z.string().optional(),
      keywords: z.array(z.string()),
      creator: z.string().optional(),
    }),
    camera: anything.describe("The exposure as the camera wrote it; units in the names."),
    warnings: warningsField,
  })
  .openapi("Reading", {
    description: "Only what the file itself carries: what imprompt read --json prints.",
  });

const swatchesField = z.array(z.strictObject({ hex: z.string(), name: z.string(), share: z.number() }));

/** One message of the stream; its event is "stage". */
export const stageSchema: z.ZodType = z
  .union([
    z.strictObject({
      stage: z.literal("read"),
      file: z.string(),
      recovered: recoveredSchema.nullable(),
      provenance: provenanceSchema.nullable(),
      warnings: warningsField,
    }),
    z.strictObject({
      stage: z.literal("decoded"),
      image: sizeField,
      preview: z
        .string()
        .optional()
        .describe("A data:image/webp URL of at most 768 pixels a side, where asked for."),
    }),
    z.strictObject({ stage: z.literal("measured"), palette: swatchesField, terms: z.int() }),
    z.strictObject({
      stage: z
        .literal("looking")
        .describe("Told again as the engine goes on; not where there are only measurements."),
      engine: z.enum(["embedded", "clip", "vision-llm"]),
      what: z.string(),
      done: z.number(),
      total: z.number(),
    }),
    z.strictObject({ stage: z.literal("fused"), terms: z.int() }),
  ])
  .openapi("Stage", { description: "How far a describe has come." });

const setting = z.strictObject({ facet: z.enum(FACETS), text: z.string() });

const modelName = z.string().min(1).max(100);

const detector = z
  .boolean()
  .optional()
  .describe(
    "Whether people, objects and words in the picture are looked for; unless said, where the file carries no prompt and the server has the optional packages for it.",
  );

const engineOptions = {
  engine: z
    .enum(ENGINE_WISHES)
    .optional()
    .describe(
      'What looks at the picture beside the measurements. "auto", unless said: CLIP where its weights are on the server and the file carries no prompt.',
    ),
  detector,
  mode: z
    .enum(INTERROGATION_MODES)
    .optional()
    .describe(
      'CLIP: what its own prompt is made of; "best" unless said. Asks for that engine, as do compat, quality, model and captioner.',
    ),
  compat: z.enum(["clip-interrogator"]).optional().describe("CLIP: the very prompts of this tool."),
  quality: z.enum(QUALITY_LEVELS).optional().describe('"turbo" is faster and approximates.'),
  model: modelName.optional().describe("The one that suits the targets unless said."),
  captioner: modelName.optional().describe("The best that is on the server unless said."),
  artists: z
    .enum(ARTIST_POLICIES)
    .optional()
    .describe('Whether artists are left out, shown as a resemblance, or written; "suggest" unless said.'),
  caption: z
    .string()
    .min(1)
    .max(MAX_WORDS)
    .optional()
    .describe("What the picture shows, in place of a captioner."),
};

const options = {
  ...engineOptions,
  targets: z
    .union([z.array(z.string()), z.string()])
    .optional()
    .describe(
      '"name", "name@version" or "all", as a list or separated by commas. Unless said: midjourney, sdxl, flux.',
    ),
  subject: z.string().optional().describe("What the picture shows, in your words: outranks everything."),
  styleOnly: z.boolean().optional().describe("Leave out subject, action and setting."),
  set: z
    .union([z.array(z.union([setting, z.string()])), z.string()])
    .optional()
    .describe(
      'Your words for a facet: {"facet": "lighting", "text": "soft window light"} or "lighting=soft window light".',
    ),
  drop: z
    .union([z.array(z.string()), z.string()])
    .optional()
    .describe("Facets to leave out, as a list or separated by commas."),
  minConfidence: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("Keep surer phrases only in the prompts; 0.5 unless said."),
  preview: z
    .boolean()
    .optional()
    .describe('With a stream: the stage "decoded" brings the picture re-encoded, for a page to show.'),
};

const source = {
  image: z.string().optional().describe("The picture: base64, or a data: URL."),
  url: z
    .string()
    .optional()
    .describe("Its address instead: http or https, public hosts only. The server fetches it."),
  name: z
    .string()
    .optional()
    .describe('What messages call it; "image" unless said. No file is opened by it.'),
};

/** What a JSON request about a picture holds. */
export interface PictureFields {
  readonly image?: string | undefined;
  readonly url?: string | undefined;
  readonly name?: string | undefined;
  readonly targets?: string | string[] | undefined;
  readonly subject?: string | undefined;
  readonly styleOnly?: boolean | undefined;
  readonly set?: string | (string | { facet: Facet; text: string })[] | undefined;
  readonly drop?: string | string[] | undefined;
  readonly minConfidence?: number | undefined;
  readonly preview?: boolean | undefined;
  readonly engine?: EngineWish | undefined;
  readonly detector?: boolean | undefined;
  readonly mode?: InterrogationMode | undefined;
  readonly compat?: "clip-interrogator" | undefined;
  readonly quality?: QualityLevel | undefined;
  readonly artists?: ArtistPolicy | undefined;
  readonly model?: string | undefined;
  readonly captioner?: string | undefined;
  readonly caption?: string | undefined;
}

const EITHER = { oneOf: [{ required: ["image"] }, { required: ["url"] }] };

export const describeRequestSchema: z.ZodType<PictureFields> = z
  .strictObject({ ...source, ...options })
  .openapi("DescribeRequest", {
    description: "Either image or url, and how it is described.",
    ...EITHER,
  });

export const readRequestSchema: z.ZodType<PictureFields> = z.strictObject(source).openapi("ReadRequest", {
  description: "Either image or url.",
  ...EITHER,
});

const upload = z
  .string()
  .openapi({ format: "binary" })
  .describe("The file; as a field without a file name, base64 or a data: URL.");
const lists = "Separated by commas.";

export const describeFormSchema: z.ZodType = z
  .object({
    image: upload,
    targets: z.string().optional().describe(lists),
    subject: z.string().optional(),
    styleOnly: z.enum(["true", "false"]).optional(),
    set: z.string().optional().describe('"lighting=soft window light"; may stand more than once.'),
    drop: z.string().optional().describe(lists),
    minConfidence: z.string().optional(),
    preview: z.enum(["true", "false"]).optional(),
    ...engineOptions,
    detector: z.enum(["true", "false"]).optional(),
  })
  .openapi("DescribeForm", { description: "The picture and the options as fields of a form." });

export const readFormSchema: z.ZodType = z.object({ image: upload }).openapi("ReadForm");
