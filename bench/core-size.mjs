import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What a browser loads before it prints: `imprompt/core` bundled, with the chunks that it needs at once. */
export async function coreSizeBench() {
  const { outputFiles, metafile } = await build({
    entryPoints: ["dist/core.js"],
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    outdir: "out",
    write: false,
    metafile: true,
  });
  const entry = Object.keys(metafile.outputs).find((path) => path.endsWith("/core.js"));
  const needed = new Set();
  const walk = (path) => {
    if (needed.has(path)) return;
    needed.add(path);
    for (const { kind, path: next } of metafile.outputs[path].imports) {
      if (kind === "import-statement") walk(next);
    }
  };
  walk(entry);
  const bytes = outputFiles
    .filter((file) => [...needed].some((path) => file.path.endsWith(path.replace(/^out/, ""))))
    .reduce((sum, file) => sum + gzipSync(file.contents).length, 0);
  return {
    name: "imprompt/core, gzipped",
    value: bytes / 1000,
    unit: "KB",
    limit: 60,
    detail: { chunks: needed.size },
  };
}
