import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vite";
import { thirdParty } from "./third-party.ts";

const source = (path: string): string => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const typeface = createRequire(import.meta.url).resolve("@fontsource-variable/inter/package.json");

/** Where `npm run dev` finds the API: a running `imprompt serve`. */
const api = process.env["STUDIO_API"] ?? "http://127.0.0.1:4870";

/** The typeface is asked for with the page itself, so that it is there at the first paint. */
function preloadFont(): Plugin {
  return {
    name: "preload-font",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith(".woff2"))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `/${file}` },
            injectTo: "head" as const,
          })),
    },
  };
}

/** The page names all its scripts, so that it can fetch those that it has not used yet before the server may be gone. */
function nameScripts(): Plugin {
  return {
    name: "name-scripts",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) => {
        const scripts = Object.keys(bundle ?? {}).filter((file) => file.endsWith(".js"));
        const content = scripts.map((file) => `/${file}`).join(" ");
        return [{ tag: "meta", attrs: { name: "scripts", content }, injectTo: "head" as const }];
      },
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), tailwindcss(), preloadFont(), nameScripts(), thirdParty(typeface)],
  resolve: {
    alias: {
      "imprompt/core": source("core.ts"),
      "imprompt/language": source("language.ts"),
      "imprompt/client": source("client/index.ts"),
    },
  },
  build: {
    outDir: fileURLToPath(new URL("../dist/studio", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: api, changeOrigin: true, headers: { origin: api } } },
  },
});
