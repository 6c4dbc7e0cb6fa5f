import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { MiddlewareHandler } from "hono";
import type { StudioFile, StudioFiles } from "./context.js";
import { STUDIO_POLICY } from "./guard/headers.js";
import { isApi } from "./guard/paths.js";
import { mediaTypeOf } from "./media-type.js";
import { createSender } from "./static.js";

/** Vite's names for what it builds: "/assets/board-BkX3-9Qf.js". */
const HASHED = /^\/assets\/[^/]+-[\w-]{8}\.[a-z0-9]+$/u;

/**
 * The built studio, read into memory whole: no request ever reaches the file system. Null where there is none.
 *
 * @param folder where Vite wrote `index.html` and `assets/`
 */
export async function loadStudio(folder: string): Promise<StudioFiles | null> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, StudioFile>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith(".map")) continue;
    const place = join(entry.parentPath, entry.name);
    const path = `/${place.slice(join(folder, sep).length).split(sep).join("/")}`;
    files.set(path, {
      bytes: await readFile(place),
      type: mediaTypeOf(entry.name),
      immutable: HASHED.test(path),
    });
  }
  return files.has("/index.html") ? files : null;
}

const UNBUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>imprompt</title>
<h1>The studio is not built</h1>
<p>Run <code>npm run build</code>, then start <code>imprompt serve</code> again.
<p>The API works without it: <a href="/docs">its description</a>.
</html>
`;

const UNBUILT_FILE: StudioFile = {
  bytes: new TextEncoder().encode(UNBUILT),
  type: "text/html; charset=utf-8",
  immutable: false,
};

/** True for a person who opens a page; scripts and images ask for their own kinds. */
const wantsPage = (accept: string): boolean => /(?:^|,)\s*text\/html\b/iu.test(accept);

/**
 * The studio's files by their exact path, and its one page for every other path that a person opens, so that /blend
 * and /style can be bookmarked. Anything else is left to the next handler.
 */
export function serveStudio(files: StudioFiles | null): MiddlewareHandler {
  const page = files?.get("/index.html") ?? UNBUILT_FILE;
  const send = createSender();
  return async (c, next) => {
    const { path } = c.req;
    const headers = { "content-security-policy": STUDIO_POLICY };
    const file = files?.get(path);
    if (file !== undefined) return send(c, file, { headers });
    const opened = !isApi(path) && (path === "/" || wantsPage(c.req.header("accept") ?? ""));
    return opened && !path.startsWith("/assets/") ? send(c, page, { headers }) : next();
  };
}
