import type { KnownModel } from "./manifest.js";

/** What the store needs of the process and the machine that it runs on. */
export interface StoreServices {
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** 0 to below 1. */
  readonly random: () => number;
  /** Rejects with the signal's reason when it is aborted. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Bytes that may still be written below a folder that is there. */
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly process: {
    readonly id: number;
    /** Name of the machine: a folder may be shared by several. */
    readonly host: string;
    readonly isAlive: (id: number) => boolean;
  };
  readonly hub: HubSettings;
  /** Milliseconds without a byte after which a line counts as broken; 30,000 unless said. */
  readonly stallMs?: number;
  /** The models that can be pulled; those of the manifest unless said. */
  readonly models?: readonly KnownModel[];
}

export interface HubSettings {
  /** "https://huggingface.co": the only origin that gets the token. */
  readonly home: string;
  /** Where files are asked for when it is not the hub itself: a mirror with the hub's paths. */
  readonly endpoint?: string;
  /** Never shown and never sent elsewhere. */
  readonly token?: string;
}

/** Told while models are pulled, imported or checked. */
export interface StoreProgress {
  readonly what: "downloading" | "checking" | "waiting";
  readonly model: string;
  readonly file: string;
  /** Bytes of the whole model. */
  readonly done: number;
  readonly total: number;
  /** Milliseconds until the next try, and why it is needed; only while waiting. */
  readonly wait?: { readonly milliseconds: number; readonly why: string };
}

export interface StoreWork {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: StoreProgress) => void;
}
