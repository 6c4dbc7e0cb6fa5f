import type { Duplex } from "node:stream";
import { ImpromptError } from "../base/error.js";
import { toProblem } from "./problem.js";

const STATUS: { readonly [code: string]: readonly [status: number, reason: string, message: string] } = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "the request came too slowly and was given up"],
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large", "the request's headers are too large"],
};

const MALFORMED = [400, "Bad Request", "this is not a request that HTTP/1.1 knows"] as const;

/** Answers what never became a request: its connection is closed after a problem, where it can still be written to. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, reason, message] = STATUS[error.code ?? ""] ?? MALFORMED;
  const problem = { ...toProblem(new ImpromptError("input-unreadable", message), "/"), status };
  const body = JSON.stringify(problem);
  socket.end(
    [
      `HTTP/1.1 ${status} ${reason}`,
      "Content-Type: application/problem+json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "X-Content-Type-Options: nosniff",
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
