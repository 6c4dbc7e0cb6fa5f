import type { Describer, FetchPicture } from "../app/describer.js";

/** How much a client may ask for. */
export interface HttpLimits {
  /** Bytes of a request's body; 64 MiB unless said. */
  readonly maxBytes: number;
  /** Pictures worked on at once. */
  readonly concurrency: number;
  /** Pictures that wait for their turn, over all clients. */
  readonly queue: number;
  /** Pictures that one client may have waiting or worked on. */
  readonly perClient: number;
  /** Milliseconds for one picture, waiting included. */
  readonly timeoutMs: number;
}

/** What the routes work with; the server is started with one. */
export interface HttpContext {
  readonly describer: Describer;
  readonly fetchPicture: FetchPicture;
  /** Names of the CLIP models whose weights are on this machine; the describer uses them where it has engines. */
  readonly models?: () => Promise<readonly string[]>;
  readonly limits: HttpLimits;
  /** Where the server answers: "127.0.0.1:4870". Host and Origin are checked against it. */
  readonly authority: string;
  /** A bearer token that every request must carry; none on a loopback address unless asked for. */
  readonly token?: string;
  /** The built studio: its files by path, "/index.html" among them; none where it is not built. */
  readonly studio: StudioFiles | null;
}

export interface StudioFile {
  readonly bytes: Uint8Array;
  /** The media type, such as "text/javascript; charset=utf-8". */
  readonly type: string;
  /** True for files whose name is a hash of their content: kept for a year. */
  readonly immutable: boolean;
}

export type StudioFiles = ReadonlyMap<string, StudioFile>;
