import type { DescribeOptions, Description } from "./describe.js";
import type { FileReading } from "./read.js";
import type { OnStage } from "./stage.js";

/** A picture that came over a wire. `name` is what messages call it: no path, nothing is opened by it. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Folders of lists are the machine's own, and no wire names them. */
export interface DescriberOptions extends Omit<DescribeOptions, "vocabulary" | "lists"> {
  /** The stage "decoded" brings the picture, re-encoded, for a page to show. */
  readonly preview?: boolean;
}

export interface DescriberContext {
  /** Ends the work at once; the promise then rejects with `cancelled`. */
  readonly signal: AbortSignal;
  readonly onStage?: OnStage;
}

/**
 * Describes and reads pictures away from this thread, so that a hostile one costs its own request alone. Each
 * method throws only `ImpromptError`: what describe and read throw, `cancelled`, `decode-timeout`, and
 * `input-too-large` where the picture met the memory ceiling.
 */
export interface Describer {
  readonly describe: (
    picture: Upload,
    options: DescriberOptions,
    context: DescriberContext,
  ) => Promise<Description>;
  readonly read: (picture: Upload, context: DescriberContext) => Promise<FileReading>;
  /** Ends all work and its processes. */
  readonly close: () => Promise<void>;
}

/**
 * A picture from an address, fetched with care: http(s) only, public addresses only, bounded in size and time.
 *
 * @throws ImpromptError `url-refused`, `url-failed`, `input-too-large`, `input-unsupported`, `cancelled`
 */
export type FetchPicture = (url: string, signal: AbortSignal) => Promise<Upload>;
