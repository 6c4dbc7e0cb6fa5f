import type { StoreServices } from "../services.js";
import type { Tried } from "./failure.js";
import { createGuard } from "./guard.js";
import type { Answer } from "./request.js";
import { ask } from "./request.js";

/** Two are only compared when they are of one kind: the hub's linked one names the content, others are anything. */
export interface Etag {
  readonly kind: "linked" | "plain";
  /** Without quotes and without "W/". */
  readonly value: string;
}

/** What the hub says of a file. */
export interface RemoteFile {
  /** Inside its repository. */
  readonly path: string;
  readonly url: URL;
  /** Unknown where the server does not say. */
  readonly bytes?: number;
  /** Tells one content from another. */
  readonly etag?: Etag;
  /** Lower-case hexadecimal, of large files. */
  readonly sha256?: string;
  /** Git's name of the content: SHA-1 over "blob", the size and the bytes; of small files. */
  readonly gitSha1?: string;
  /** The commit that the revision stands for now. */
  readonly commit?: string;
}

/** "refs/pr/38" is one part of the path, a file's folders are several. @source huggingface_hub, hf_hub_url */
export function urlOf(endpoint: string, repository: string, revision: string, path: string): URL {
  const parts = path.split("/").map(encodeURIComponent).join("/");
  const base = endpoint.replace(/\/+$/u, "");
  return new URL(`${base}/${repository}/resolve/${encodeURIComponent(revision)}/${parts}`);
}

function bare(etag: string | null): string | undefined {
  const text = etag?.replace(/^W\//u, "").replaceAll('"', "").trim();
  return text === undefined || text === "" ? undefined : text;
}

/** The ETag by which a file is known, from the headers of any answer about it. */
export function etagOf(identity: Headers): Etag | undefined {
  const linked = bare(identity.get("x-linked-etag"));
  if (linked !== undefined) return { kind: "linked", value: linked };
  const plain = bare(identity.get("etag"));
  return plain === undefined ? undefined : { kind: "plain", value: plain };
}

function whole(value: string | null): number | undefined {
  return value !== null && /^\d{1,15}$/u.test(value.trim()) ? Number(value) : undefined;
}

function describe(path: string, url: URL, { identity, response }: Answer): RemoteFile {
  const etag = etagOf(identity);
  // A packed answer's length is not the file's.
  const length = response.headers.has("content-encoding") ? null : response.headers.get("content-length");
  const bytes = whole(identity.get("x-linked-size")) ?? whole(length);
  const commit = identity.get("x-repo-commit") ?? undefined;
  const digest = etag?.value ?? "";
  // Only the hub's ETags are digests: other servers may have as many digits that mean something else.
  const isHub = etag?.kind === "linked" || commit !== undefined;
  return {
    path,
    url,
    ...(bytes === undefined ? {} : { bytes }),
    ...(etag === undefined ? {} : { etag }),
    ...(isHub && /^[0-9a-f]{64}$/u.test(digest) ? { sha256: digest } : {}),
    ...(isHub && /^[0-9a-f]{40}$/u.test(digest) ? { gitSha1: digest } : {}),
    ...(commit !== undefined && /^[0-9a-f]{40}$/u.test(commit) ? { commit } : {}),
  };
}

/**
 * Asks for a file's size and digest without the file.
 *
 * @source huggingface_hub, get_hf_file_metadata: X-Linked-Size, X-Linked-ETag (sha256 of large files), X-Repo-Commit
 */
export async function probe(
  path: string,
  url: URL,
  services: StoreServices,
  signal: AbortSignal,
): Promise<Tried<RemoteFile>> {
  const guard = createGuard(signal, services.stallMs);
  try {
    const answer = await ask({ method: "HEAD", url, signal: guard.signal }, services);
    if (!answer.ok) return answer;
    await answer.value.response.body?.cancel().catch(() => undefined);
    return { ok: true, value: describe(path, url, answer.value) };
  } finally {
    guard.stop();
  }
}
