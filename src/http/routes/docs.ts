import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { StudioFile } from "../context.js";
import { DOCS_POLICY } from "../guard/headers.js";
import { mediaTypeOf } from "../media-type.js";
import { createSender } from "../static.js";

/** The files of swagger-ui-dist that are served; no other name reaches its folder. */
const PACKAGE_FILES: readonly string[] = ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"];

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>imprompt API</title>
    <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

const textFile = (text: string, name: string): StudioFile => ({
  bytes: new TextEncoder().encode(text),
  type: mediaTypeOf(name),
  immutable: false,
});

async function loadFiles(): Promise<ReadonlyMap<string, StudioFile>> {
  const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  const files = await Promise.all(
    PACKAGE_FILES.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return [`/docs/${name}`, { bytes, type: mediaTypeOf(name), immutable: false }] as const;
    }),
  );
  return new Map([
    ["/docs", textFile(PAGE, "index.html")],
    ["/docs/start.js", textFile(START, "start.js")],
    ...files,
  ]);
}

/** `GET /docs`: the API's description to read and try, from our origin; its files are read when first asked for. */
export function mountDocs(app: OpenAPIHono): void {
  const send = createSender();
  let files: Promise<ReadonlyMap<string, StudioFile>> | undefined;
  app.get("/docs/*", async (c) => {
    files ??= loadFiles();
    const file = (await files).get(c.req.path.replace(/\/$/u, ""));
    return file === undefined
      ? c.notFound()
      : send(c, file, { headers: { "content-security-policy": DOCS_POLICY } });
  });
}
