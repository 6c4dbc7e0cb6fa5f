import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * Keeps a server's connections below a number: when one more comes, the one that has owed a whole request for longest
 * is closed, so that a crowd that never ends its requests cannot shut others out.
 */
export function boundConnections(server: Server, most: number): void {
  const all = new Set<Socket>();
  /** Without a whole request, the longest first. */
  const owing = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    all.add(socket);
    owing.add(socket);
    socket.once("close", () => {
      all.delete(socket);
      owing.delete(socket);
    });
    if (all.size <= most) return;
    const [oldest = socket] = owing;
    owing.delete(oldest);
    oldest.destroy();
  });
  server.prependListener("request", (incoming: IncomingMessage, answer: ServerResponse) => {
    const { socket } = incoming;
    owing.delete(socket);
    if (hasBody(incoming)) {
      owing.add(socket);
      incoming.once("end", () => owing.delete(socket));
    }
    answer.once("close", () => {
      owing.delete(socket);
      if (!socket.destroyed) owing.add(socket);
    });
  });
}
