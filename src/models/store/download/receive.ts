import { ImpromptError } from "../../../base/error.js";
import type { Tried, Trouble } from "../hub/failure.js";
import { troubleOf } from "../hub/failure.js";
import { createGuard } from "../hub/guard.js";
import type { Etag, RemoteFile } from "../hub/probe.js";
import { etagOf } from "../hub/probe.js";
import type { Answer } from "../hub/request.js";
import { ask } from "../hub/request.js";
import type { StoreServices } from "../services.js";
import type { Sink } from "./sink.js";

/** Whether all bytes are there, or the server now has another file under the same address. */
export type Received = "whole" | "changed";

function again(why: string, cause?: unknown): Tried<never> {
  const trouble: Trouble = { why, again: true, ...(cause === undefined ? {} : { cause }) };
  return { ok: false, trouble };
}

function differs(one: Etag | undefined, other: Etag | undefined): boolean {
  return one !== undefined && other !== undefined && one.kind === other.kind && one.value !== other.value;
}

/** "bytes 5-9/10" @source RFC 9110, 14.4 */
function rangeOf(response: Response): { readonly start: number; readonly total: number | undefined } | null {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/u.exec(response.headers.get("content-range") ?? "");
  if (match === null) return null;
  return { start: Number(match[1]), total: match[2] === "*" ? undefined : Number(match[2]) };
}

/** Puts the sink where the answer begins; otherwise says why the answer cannot be used. */
async function align(
  { response, host }: Answer,
  remote: RemoteFile,
  sink: Sink,
): Promise<Tried<Received> | null> {
  if (response.status === 416) {
    await sink.restart();
    return again(`${host} does not have as many bytes as it said`);
  }
  if (response.status === 200) {
    if (sink.offset() > 0) await sink.restart();
    return null;
  }
  const range = rangeOf(response);
  if (range?.total !== undefined && remote.bytes !== undefined && range.total !== remote.bytes) {
    return { ok: true, value: "changed" };
  }
  if (range?.start !== sink.offset()) {
    await sink.restart();
    return again(`${host} sent another part than the one that was asked for`);
  }
  return null;
}

async function pour(
  { response, host }: Answer,
  remote: RemoteFile,
  sink: Sink,
  onBytes: () => void,
): Promise<Tried<Received>> {
  const { bytes } = remote;
  const chunks: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  try {
    for await (const chunk of chunks) {
      if (bytes !== undefined && sink.offset() + chunk.byteLength > bytes) {
        await sink.restart();
        return again(`${host} sends more bytes than it said`);
      }
      await sink.write(chunk);
      onBytes();
    }
  } catch (error) {
    if (error instanceof ImpromptError) throw error;
    return { ok: false, trouble: troubleOf(error, host) };
  }
  if (bytes !== undefined && sink.offset() < bytes) return again(`the line to ${host} broke`);
  return { ok: true, value: "whole" };
}

/**
 * One request for what is still missing of a file, written as it comes.
 *
 * @throws ImpromptError `disk-full`, `output-failed`
 */
export async function receive(
  remote: RemoteFile,
  sink: Sink,
  services: StoreServices,
  signal: AbortSignal,
  onBytes: () => void,
): Promise<Tried<Received>> {
  if (remote.bytes !== undefined && sink.offset() === remote.bytes) return { ok: true, value: "whole" };
  const guard = createGuard(signal, services.stallMs);
  try {
    const { url } = remote;
    const asked = await ask({ method: "GET", url, from: sink.offset(), signal: guard.signal }, services);
    if (!asked.ok) return asked;
    const answer = asked.value;
    const close = async (): Promise<void> => answer.response.body?.cancel().catch(() => undefined);
    if (differs(etagOf(answer.identity), remote.etag)) {
      await close();
      return { ok: true, value: "changed" };
    }
    const unusable = await align(answer, remote, sink);
    if (unusable !== null) {
      await close();
      return unusable;
    }
    return await pour(answer, remote, sink, () => {
      guard.touch();
      onBytes();
    });
  } finally {
    guard.stop();
  }
}
