import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { DecodedImage } from "../../decoded.js";
import { decodeImage } from "../index.js";
import type { DecodeOptions } from "../options.js";

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const RECT = '<rect width="40" height="20" fill="#102030"/>';

function decode(svg: string, options: DecodeOptions = {}): Promise<DecodedImage> {
  return decodeImage(Buffer.from(svg), { workingSize: 64, ...options });
}

function centre(image: DecodedImage): number[] {
  const { width, height, data } = image.raster;
  const from = ((height >> 1) * width + (width >> 1)) * 3;
  return [...data.subarray(from, from + 3)];
}

describe("decodeSvg, size", () => {
  it.each([
    ["width and height", 'width="400" height="200"', 400, 200],
    ["units", 'width="2in" height="25.4mm"', 192, 96],
    ["the view box alone", 'viewBox="0 0 800 400"', 800, 400],
    ["percentages with a view box", 'width="100%" height="100%" viewBox="0 0 800,400"', 800, 400],
    ["one side and a view box", 'width="200" viewBox="0 0 40 20"', 200, 100],
    ["nothing stated, as a browser", "", 300, 150],
    ["less than the working size, drawn at it", 'width="4" height="2"', 4, 2],
  ])("is taken from %s", async (_, attributes, width, height) => {
    const image = await decode(`<svg ${NS} ${attributes}>${RECT}</svg>`);
    expect([image.width, image.height]).toEqual([width, height]);
    expect([image.raster.width, image.raster.height]).toEqual([64, 32]);
    expect([image.format, image.frames]).toEqual(["svg", 1]);
  });

  it("draws what the view box shows, over the ground", async () => {
    const image = await decode(
      `<svg ${NS} viewBox="0 0 40 20"><rect width="20" height="20" fill="#102030"/></svg>`,
    );
    const { data } = image.raster;
    expect([...data.subarray(0, 3)]).toEqual([16, 32, 48]);
    expect([...data.subarray(63 * 3, 64 * 3)]).toEqual([255, 255, 255]);
    expect(image.transparent).toBe(true);
  });
});

describe("decodeSvg, text", () => {
  it("reads byte order marks, declared encodings and plain entities", async () => {
    const latin = Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?><svg ${NS} width="40" height="20"><desc>\xe9</desc>${RECT}</svg>`,
      "latin1",
    );
    expect(centre(await decodeImage(latin))).toEqual([16, 32, 48]);
    const wide = Buffer.from(`\uFEFF<svg ${NS} width="40" height="20">${RECT}</svg>`, "utf16le");
    expect(centre(await decodeImage(wide))).toEqual([16, 32, 48]);
    const entities =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" [<!ENTITY ns "http://www.w3.org/2000/svg"><!ENTITY c "#102030">]>';
    const drawn = `${entities}<svg xmlns="&ns;" width="40" height="20"><rect width="40" height="20" fill="&c;"/></svg>`;
    expect(centre(await decode(drawn))).toEqual([16, 32, 48]);
  });

  it("refuses external and nested entities", async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      "",
    );
    for (const subset of [
      '<!ENTITY x SYSTEM "file:///etc/passwd">',
      '<!ENTITY % x SYSTEM "http://127.0.0.1/x.dtd"> %x;',
      `<!ENTITY l0 "lol">${laughs}`,
    ]) {
      const svg = `<!DOCTYPE svg [${subset}]><svg ${NS} width="40" height="20"><text>&x;&l9;</text></svg>`;
      await expect(decode(svg)).rejects.toMatchObject({ code: "input-unsupported" });
    }
  });

  it("refuses entities that grow the text past 10 MB", async () => {
    const svg = `<!DOCTYPE svg [<!ENTITY a "${"x".repeat(1000)}">]><svg ${NS}>${"&a;".repeat(10_001)}</svg>`;
    await expect(decode(svg)).rejects.toMatchObject({ code: "input-too-large" });
    const long = `<svg ${NS}>${" ".repeat(10_000_000)}</svg>`;
    await expect(decode(long)).rejects.toMatchObject({ code: "input-too-large" });
  });

  it("tells cut short from damaged", async () => {
    const whole = `<svg ${NS} width="40" height="20"><g>${RECT}</g></svg>`;
    const message = (words: string) => ({
      code: "input-corrupt",
      message: expect.stringContaining(words) as string,
    });
    await expect(decode(whole.slice(0, -20))).rejects.toMatchObject(message("cut short"));
    await expect(decode(whole.replace("</g>", ""))).rejects.toMatchObject(message("damaged"));
  });
});

describe("decodeSvg, references", () => {
  it("draws no file, and asks no server", async () => {
    const folder = mkdtempSync(join(tmpdir(), "imprompt-svg-"));
    const red = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#f00" } })
      .png()
      .toBuffer();
    writeFileSync(join(folder, "red.png"), red);
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end(red);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}/red.png`;
    const local = pathToFileURL(join(folder, "red.png")).href;
    const images = [local, join(folder, "red.png"), web, local.replace("file", "&#102;ile")];
    const svg = `<svg ${NS} width="40" height="20">
      ${images.map((href) => `<image href="${href}" width="40" height="20"/>`).join("")}
      <image xlink:href='${web}' width="40" height="20"/>
      <style>@import url(${web}); rect { fill: url("${web}#p") }</style>
      <rect width="40" height="20" style="fill: url(${web}#g)"/>
      <xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${local}" parse="text"/></svg>`;
    try {
      const image = await decode(svg);
      expect(centre(image)).not.toEqual([255, 0, 0]);
      expect(asked).toBe(0);
      expect(image.warnings).toEqual([
        { code: "image-approximated", message: "8 references out of the SVG were not drawn" },
      ]);
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  });

  it("draws embedded pictures and references within the file", async () => {
    const green = await sharp({ create: { width: 4, height: 2, channels: 3, background: "#0f0" } })
      .png()
      .toBuffer();
    const href = `data:image/png;base64,${green.toString("base64")}`;
    const embedded = await decode(
      `<svg ${NS} width="40" height="20"><image href="${href}" width="40" height="20"/></svg>`,
    );
    expect([centre(embedded), embedded.warnings]).toEqual([[0, 255, 0], []]);
    const inner = await decode(
      `<svg ${NS} width="40" height="20"><defs><linearGradient id="g"><stop stop-color="#102030"/></linearGradient>
       <rect id="r" width="40" height="20" fill="url( '#g' )"/></defs><a href="https://example.com"><use xlink:href="#r"/></a></svg>`,
    );
    expect([centre(inner), inner.warnings]).toEqual([[16, 32, 48], []]);
  });

  it("holds embedded pictures to the pixel limit, and draws no SVG within an SVG", async () => {
    const wide = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#0f0" } })
      .png()
      .toBuffer();
    const image = (bytes: Buffer, type: string) =>
      `<svg ${NS} width="40" height="20"><image href="data:image/${type};base64,${bytes.toString("base64")}" width="40" height="20"/></svg>`;
    await expect(decode(image(wide, "png"), { maxPixels: 100_000 })).rejects.toMatchObject({
      code: "input-too-large",
    });
    const nested = await decode(
      image(Buffer.from(`<svg ${NS} width="40" height="20">${RECT}</svg>`), "svg+xml"),
    );
    expect([centre(nested), nested.warnings.length]).toEqual([[255, 255, 255], 1]);
  });
});

describe("decodeSvg, bombs", () => {
  it("refuses a size above the pixel limit", async () => {
    await expect(decode(`<svg ${NS} width="1000000" height="1e6"/>`)).rejects.toMatchObject({
      code: "input-too-large",
    });
  });

  it("kills a drawing that takes too long", async () => {
    const slow = '<rect width="700" height="700" filter="url(#f)"/>'.repeat(3000);
    const svg = `<svg ${NS} width="700" height="700"><filter id="f"><feTurbulence numOctaves="50"/></filter>${slow}</svg>`;
    await expect(decode(svg, { timeoutMs: 700, workingSize: 768 })).rejects.toMatchObject({
      code: "decode-timeout",
    });
    const controller = new AbortController();
    const running = decode(svg, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
  });
});
