export const MODEL_KINDS = ["clip", "blip", "florence"] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** A model whose files are all on this machine, with the sizes that they were stored with. */
export interface LocatedModel {
  /** As the manifest names it: "ViT-L-14/openai", "blip-large". */
  readonly name: string;
  readonly kind: ModelKind;
  /** Absolute. It holds real files, no links: ONNX Runtime refuses external data that leave the folder. */
  readonly folder: string;
  /** Name in the folder of the `.safetensors`, of the `.safetensors.index.json`, or of florence's vision encoder. */
  readonly weights: string;
  /** Lower-case hexadecimal: a hash of the sha256 of all weights and tokenizer files. */
  readonly fingerprint: string;
}
