import type { ImageFormat } from "./decoded.js";

/** A format that imprompt reads, or what else the bytes are, as a noun phrase. */
export type Sniffed = { readonly format: ImageFormat } | { readonly other: string };
