/** Server-sent events on their way. */
export interface EventStream {
  readonly response: Response;
  readonly send: (event: string, data: unknown) => void;
  /** A line that readers pass over, so that nothing on the way takes the silence for an end. */
  readonly ping: () => void;
  readonly close: () => void;
}

/**
 * @param onCancel called once, when the reader goes away before the end
 * @source WHATWG HTML, server-sent events
 */
export function openEventStream(onCancel: () => void): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (own) => {
      controller = own;
    },
    cancel: () => {
      controller = undefined;
      onCancel();
    },
  });
  const encoder = new TextEncoder();
  const write = (text: string): void => controller?.enqueue(encoder.encode(text));
  return {
    response: new Response(body, {
      headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
    }),
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    ping: () => write(": still at work\n\n"),
    close: () => {
      controller?.close();
      controller = undefined;
    },
  };
}
