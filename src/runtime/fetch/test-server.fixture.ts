import type { IncomingMessage, RequestListener, RequestOptions, Server } from "node:http";
import { createServer, request as httpRequest } from "node:http";
import { createServer as createTlsServer, request as httpsRequest } from "node:https";
import type { AddressInfo } from "node:net";
import type { Address, Network } from "./network.js";
import type { SelfSigned } from "./self-signed.fixture.js";

export interface TestServer {
  /** Where every host is this server, which may be connected to; "https" is spoken by a second one. */
  readonly network: Network;
  /** What has been asked for, in order. */
  readonly asked: readonly IncomingMessage[];
  readonly close: () => Promise<void>;
}

const LOOPBACK: Address = { address: "127.0.0.1", family: 4 };

/** Real servers on this machine. Pretended: that hosts lead to them, and their ports. */
export async function startTestServer(answer: RequestListener, tls?: SelfSigned): Promise<TestServer> {
  const asked: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request);
    answer(request, response);
  };
  const plain = createServer(listener);
  const secure = tls === undefined ? undefined : createTlsServer(tls, listener);
  const port = await listen(plain);
  const securePort = secure === undefined ? 0 : await listen(secure);
  const network: Network = {
    resolve: async () => [LOOPBACK],
    permits: (address) => address === LOOPBACK.address,
    request: (options: RequestOptions & { readonly protocol: string }) =>
      options.protocol === "https:"
        ? httpsRequest({ ...options, port: securePort, ca: tls?.cert })
        : httpRequest({ ...options, port }),
  };
  const close = async (): Promise<void> => {
    for (const server of [plain, secure]) {
      server?.closeAllConnections();
      await new Promise((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
    }
  };
  return { network, asked, close };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK.address, resolve));
  return (server.address() as AddressInfo).port;
}
