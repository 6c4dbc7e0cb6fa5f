import { request as httpRequest } from "node:http";
import { describe, expect, it } from "vitest";
import { createFetchPicture } from "./fetch-picture.js";
import type { Network } from "./network.js";
import { nodeNetwork } from "./network.js";
import { startTestServer } from "./test-server.fixture.js";

/** Where names lead; all others lead to a public address. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "loopback.example.com": ["127.0.0.1"],
  "private.example.com": ["192.168.1.20"],
  "linklocal.example.com": ["169.254.169.254"],
  "ula.example.com": ["fd12:3456::1"],
  "mapped.example.com": ["::ffff:10.0.0.1"],
  "zone.example.com": ["fe80::1%eth0"],
  "both.example.com": ["93.184.215.14", "127.0.0.1"],
  "both6.example.com": ["2606:4700:4700::1111", "::1"],
  "nothing.example.com": [],
};

const INNER = [
  // plain
  "http://127.0.0.1/",
  "https://127.0.0.1:8443/x.png",
  "http://0.0.0.0/",
  "http://10.1.2.3/",
  "http://172.20.0.1/",
  "http://192.168.0.1/",
  "http://169.254.169.254/latest/meta-data/iam/",
  "http://100.100.100.200/latest/meta-data/",
  "http://168.63.129.16/machine",
  "http://192.0.0.192/opc/v2/",
  "http://100.64.0.1/",
  "http://224.0.0.1/",
  "http://255.255.255.255/",
  "http://198.18.0.1/",
  "http://203.0.113.5/",
  // IPv4 in other bases and lengths
  "http://2130706433/",
  "http://2852039166/",
  "http://017700000001/",
  "http://0x7f000001/",
  "http://0x7f.0x0.0x0.0x1/",
  "http://0X7F.1/",
  "http://0177.0.0.1/",
  "http://0177.0.0x0.1/",
  "http://00000177.00.00.01/",
  "http://127.1/",
  "http://127.0.1/",
  "http://127.65535/",
  "http://0/",
  "http://0x0/",
  "http://10.66051/",
  "http://192.168.257/",
  "http://127.0.0.1./",
  "http://127.1./",
  // other digits, dots and letters
  "http://１２７.０.０.１/",
  "http://127。0。0。1/",
  "http://①②⑦.⓪.⓪.①/",
  "http://127．0．0．1/",
  "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
  "http://ｌｏｃａｌｈｏｓｔ/",
  "http://loc\u00adalhost/",
  // percent-encoded, and with what a parser strips
  "http://%31%32%37.0.0.1/",
  "http://127%2E0%2E0%2E1/",
  "http://%6c%6f%63%61%6chost/",
  "http:\\\\127.0.0.1\\x.png",
  "http:127.0.0.1/",
  "http:///127.0.0.1/",
  "\thttp://127.0\n.0.1/",
  "http://127.0.0.1#@example.com/",
  "http://127.0.0.1?@example.com/",
  "http://127.0.0.1\\@example.com/",
  // IPv6
  "http://[::1]/",
  "http://[::]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[0000:0000::0001]/",
  "http://[fe80::1]/",
  "http://[fe80::1%25eth0]/",
  "http://[fc00::1]/",
  "http://[fd00:ec2::254]/",
  "http://[ff02::1]/",
  "http://[2001:db8::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[0:0:0:0:0:ffff:169.254.169.254]/",
  "http://[::127.0.0.1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[64:ff9b:1::a00:1]/",
  "http://[2002:7f00:1::]/",
  "http://[2001:0:5ef5:79fd:0:0:80ff:fffe]/",
  "http://[2606:4700::5efe:7f00:1]/",
  // names
  "http://localhost/",
  "http://LOCALHOST/",
  "http://localhost./",
  "http://a.localhost/",
  "http://localhost.localdomain/",
  "http://printer.local/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "http://metadata/",
  "http://instance-data/latest/",
  "http://kubernetes.default.svc/",
  "http://router.home.arpa/",
  "http://nas.lan/",
  // names that lead inside
  "http://loopback.example.com/",
  "http://private.example.com/",
  "http://linklocal.example.com/",
  "http://ula.example.com/",
  "http://mapped.example.com/",
  "http://zone.example.com/",
  "http://both.example.com/",
  "http://both6.example.com/",
  "http://nothing.example.com/",
  // credentials, ports, protocols, no URL at all
  "http://user@example.com/",
  "http://user:word@example.com/",
  "http://:word@example.com/",
  "http://example.com@127.0.0.1/",
  "http://example.com:22/",
  "http://example.com:25/",
  "http://example.com:6379/",
  "https://example.com:0/",
  "http://example.com:65536/",
  "ftp://example.com/a.png",
  "file:///etc/passwd",
  "file://example.com/share/a.png",
  "gopher://example.com/_x",
  "data:image/png;base64,iVBORw0KGgo=",
  "blob:https://example.com/1",
  "javascript:alert(1)",
  "unix:/var/run/docker.sock",
  "//example.com/a.png",
  "example.com/a.png",
  "/etc/passwd",
  "http://",
  "http://exa mple.com/",
  "http://1.2.3.4.5/",
  "http://256.1.1.1/",
  "http://[::1",
  "",
  `http://example.com/${"a".repeat(5000)}`,
];

const PUBLIC: readonly (readonly [url: string, host: string])[] = [
  ["http://example.com/a.png", "example.com"],
  ["https://example.com/a.png", "example.com"],
  ["HTTP://EXAMPLE.COM/a.png", "example.com"],
  ["http://example.com./a.png", "example.com"],
  ["http://example.com:80/a.png", "example.com"],
  ["http://example.com:443/a.png", "example.com:443"],
  ["https://example.com:443/a.png", "example.com"],
  ["http://example.com:8080/a.png", "example.com:8080"],
  ["https://example.com:8443/a.png", "example.com:8443"],
  ["http://bücher.example.com/a.png", "xn--bcher-kva.example.com"],
  ["http://xn--bcher-kva.example.com/a.png", "xn--bcher-kva.example.com"],
  ["http://localhost.example.com/a.png", "localhost.example.com"],
  ["http://internal.example.com/a.png", "internal.example.com"],
  ["http://127.0.0.1.example.com/a.png", "127.0.0.1.example.com"],
  ["http://93.184.215.14/a.png", "93.184.215.14"],
  ["http://0x5db8d70e/a.png", "93.184.215.14"],
  ["http://[2606:4700:4700::1111]/a.png", "[2606:4700:4700::1111]"],
  ["http://example.com/a@b.png", "example.com"],
  ["http://example.com/127.0.0.1", "example.com"],
  ["http://example.com/?u=http://localhost/", "example.com"],
  ["  http://example.com/a.png  ", "example.com"],
];

const resolve: Network["resolve"] = async (hostname) =>
  (NAMES[hostname] ?? ["93.184.215.14"]).map((address) => ({
    address,
    family: address.includes(":") ? 6 : 4,
  }));

const limits = { maxBytes: 1000, timeoutMs: 20_000 };
const { signal } = new AbortController();

describe("spellings of a URL", () => {
  it("are more than sixty that must be refused", () => {
    expect(new Set(INNER).size).toBe(INNER.length);
    expect(INNER.length).toBeGreaterThan(60);
  });

  it.each(INNER)("refuses %j before it connects", async (url) => {
    let connections = 0;
    const request: Network["request"] = (options) => {
      connections += 1;
      return httpRequest({ ...options, hostname: "127.0.0.1", port: 9 });
    };
    const fetchPicture = createFetchPicture(limits, { ...nodeNetwork, resolve, request });
    await expect(fetchPicture(url, signal)).rejects.toMatchObject({ code: "url-refused" });
    expect(connections).toBe(0);
  });

  it.each(PUBLIC)("asks %j of %s", async (url, host) => {
    const server = await startTestServer((_, response) =>
      response.writeHead(200, { "content-type": "image/gif" }).end("GIF89a"),
    );
    try {
      const request: Network["request"] = (options) =>
        server.network.request({ ...options, protocol: "http:", hostname: "127.0.0.1" });
      const fetchPicture = createFetchPicture(limits, { ...nodeNetwork, resolve, request });
      expect((await fetchPicture(url, signal)).bytes).toEqual(Buffer.from("GIF89a"));
      expect(server.asked.map(({ headers }) => headers.host)).toEqual([host]);
    } finally {
      await server.close();
    }
  });
});
