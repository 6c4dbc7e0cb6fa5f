import type { Layout } from "./layouts.js";
import { BLIP, CLIP, FLORENCE, OPEN_CLIP, OPEN_CLIP_OLD } from "./layouts.js";
import type { ModelKind } from "./located.js";

/** The Stable Diffusion generation whose text encoder a CLIP model is. */
export type Generation = "sd15" | "sd2" | "sdxl";

/** A place of the hub that has a model. */
export interface ModelSource {
  /** "openai/clip-vit-large-patch14" */
  readonly repository: string;
  /** A commit where one is known to have the files, so that all get the same numbers for ever; else a branch. */
  readonly revision: string;
  readonly layout: Layout;
  /** Lower-case sha256 of the weights, where one is published; pulled weights must have it. */
  readonly sha256?: string;
}

export interface KnownModel {
  /** As open_clip or its users write it. */
  readonly name: string;
  readonly kind: ModelKind;
  readonly aliases: readonly string[];
  /** In a few words, for a list. */
  readonly about: string;
  readonly suits: readonly Generation[];
  /**
   * Zero-shot top-1 accuracy on ImageNet, in per cent: which CLIP is the better one.
   *
   * @source https://github.com/mlfoundations/open_clip README at 00681ad (2026-11-21)
   */
  readonly zeroShot?: number;
  /** Bytes of all files, about. */
  readonly bytes: number;
  readonly licence: string;
  /** The first that has all files is taken; any of them is recognised in a Hugging Face cache. */
  readonly sources: readonly ModelSource[];
}

/**
 * Sizes, revisions and digests are those of the repositories' file lists on huggingface.co, read in stored copies
 * on 2026-11-21: no hub was asked. What is pulled is compared with what the hub itself says at that time.
 *
 * - openai/clip-vit-large-patch14 at 32bd642, 1,710,540,580 bytes; its digest stands in several public manifests too
 * - openai/clip-vit-base-patch32 has no safetensors on its main branch: timm's copy has
 * - laion/CLIP-ViT-H-14 at 1c2b849, 3,944,552,236 bytes
 * - laion/CLIP-ViT-bigG-14: file list and digest from a duplicate of it, polypo/laion-CLIP-ViT-bigG-14-laion2B-39B-b160k
 * - Salesforce/blip-image-captioning-base has safetensors only in pull requests: 9cfcdbc and number 38
 * - Salesforce/blip-image-captioning-large: digest from a duplicate that has the commit that added the file, 2227ac3
 * - onnx-community/Florence-2-*: sizes of the four full-precision graphs from copies of them
 *
 * Accuracies: open_clip's README and docs/openclip_results.csv. Which generation has which encoder: the model cards
 * of Stable Diffusion 1.5, 2 and XL, as CLIP Interrogator's README advises too.
 */
export const KNOWN_MODELS: readonly KnownModel[] = [
  {
    name: "ViT-L-14/openai",
    kind: "clip",
    aliases: ["ViT-L/14", "clip-vit-large-patch14", "sd1", "sd15"],
    about: "CLIP that Stable Diffusion 1.x reads prompts with",
    suits: ["sd15"],
    zeroShot: 75.5,
    bytes: 1_712_000_000,
    licence: "MIT",
    sources: [
      {
        repository: "openai/clip-vit-large-patch14",
        revision: "32bd64288804d66eefd0ccbe215aa642df71cc41",
        layout: CLIP,
        sha256: "a2bf730a0c7debf160f7a6b50b3aaf3703e7e88ac73de7a314903141db026dcb",
      },
      { repository: "timm/vit_large_patch14_clip_224.openai", revision: "main", layout: OPEN_CLIP },
    ],
  },
  {
    name: "ViT-H-14/laion2b_s32b_b79k",
    kind: "clip",
    aliases: ["ViT-H/14", "CLIP-ViT-H-14-laion2B-s32B-b79K", "sd2"],
    about: "CLIP that Stable Diffusion 2 reads prompts with",
    suits: ["sd2"],
    zeroShot: 78,
    bytes: 3_946_000_000,
    licence: "MIT",
    sources: [
      {
        repository: "laion/CLIP-ViT-H-14-laion2B-s32B-b79K",
        revision: "1c2b8495b28150b8a4922ee1c8edee224c284c0c",
        layout: CLIP,
        sha256: "036e6e2bd49697511f4f8b8cb5ee465f93025f7a69a145eadeb9a881ace9b18d",
      },
      { repository: "laion/CLIP-ViT-H-14-laion2B-s32B-b79K", revision: "main", layout: OPEN_CLIP },
      { repository: "laion/CLIP-ViT-H-14-laion2B-s32B-b79K", revision: "main", layout: OPEN_CLIP_OLD },
    ],
  },
  {
    name: "ViT-bigG-14/laion2b_s39b_b160k",
    kind: "clip",
    aliases: ["ViT-bigG/14", "CLIP-ViT-bigG-14-laion2B-39B-b160k", "sdxl"],
    about: "CLIP that Stable Diffusion XL reads prompts with, beside ViT-L-14",
    suits: ["sdxl"],
    zeroShot: 80.1,
    bytes: 10_200_000_000,
    licence: "MIT",
    sources: [
      {
        repository: "laion/CLIP-ViT-bigG-14-laion2B-39B-b160k",
        revision: "main",
        layout: OPEN_CLIP_OLD,
        sha256: "db71bd27925917762c506c1b8a08e191d236e5586b5cd99f77d11aced578ec34",
      },
      { repository: "laion/CLIP-ViT-bigG-14-laion2B-39B-b160k", revision: "main", layout: OPEN_CLIP },
    ],
  },
  {
    name: "ViT-B-32/openai",
    kind: "clip",
    aliases: ["ViT-B/32", "clip-vit-base-patch32"],
    about: "the small and quick CLIP",
    suits: [],
    zeroShot: 63.2,
    bytes: 606_500_000,
    licence: "MIT",
    sources: [
      {
        repository: "timm/vit_base_patch32_clip_224.openai",
        revision: "ab5b8ef490e86faa07d3523926b842c765de1de5",
        layout: OPEN_CLIP,
      },
      { repository: "openai/clip-vit-base-patch32", revision: "main", layout: CLIP },
    ],
  },
  {
    name: "blip-base",
    kind: "blip",
    aliases: ["blip-image-captioning-base"],
    about: "captions pictures in a sentence",
    suits: [],
    bytes: 990_300_000,
    licence: "BSD-3-Clause",
    sources: [
      {
        repository: "Salesforce/blip-image-captioning-base",
        revision: "9cfcdbcaccbcadb2b53b36d4b50042c4eeaa0c25",
        layout: BLIP,
      },
      { repository: "Salesforce/blip-image-captioning-base", revision: "refs/pr/38", layout: BLIP },
      { repository: "Salesforce/blip-image-captioning-base", revision: "main", layout: BLIP },
    ],
  },
  {
    name: "blip-large",
    kind: "blip",
    aliases: ["blip-image-captioning-large"],
    about: "captions pictures in a better sentence; what CLIP Interrogator uses unless told otherwise",
    suits: [],
    bytes: 1_880_000_000,
    licence: "BSD-3-Clause",
    sources: [
      {
        repository: "Salesforce/blip-image-captioning-large",
        revision: "353689b859fcf0523410b1806dace5fb46ecdf41",
        layout: BLIP,
        sha256: "ebc867586b8318647dd7b75ef8e52f93f89b98ac7dcbd04d10219d33b9a68c6f",
      },
    ],
  },
  {
    name: "florence-2-base",
    kind: "florence",
    aliases: ["Florence-2-base"],
    about: "captions pictures at length; needs @huggingface/transformers beside imprompt",
    suits: [],
    bytes: 1_089_000_000,
    licence: "MIT",
    sources: [{ repository: "onnx-community/Florence-2-base", revision: "main", layout: FLORENCE }],
  },
  {
    name: "florence-2-large",
    kind: "florence",
    aliases: ["Florence-2-large"],
    about: "captions pictures at length, better; needs @huggingface/transformers beside imprompt",
    suits: [],
    bytes: 3_292_000_000,
    licence: "MIT",
    sources: [{ repository: "onnx-community/Florence-2-large", revision: "main", layout: FLORENCE }],
  },
];
