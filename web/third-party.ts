import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

/** The folder of the package that a module is of; undefined for our own. */
function packageOf(module: string): string | undefined {
  const [, inside] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(module.split("?")[0] ?? "") ?? [];
  return inside;
}

function noticeOf(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/iu.test(name));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n`;
}

/** `third-party.txt` beside the built page: what is bundled into it, and under which licence, in their own words. */
export function thirdParty(typeface: string): Plugin {
  return {
    name: "third-party",
    apply: "build",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === "chunk" ? part.moduleIds : []));
      const folders = new Set([dirname(typeface), ...modules.flatMap((id) => packageOf(id) ?? [])]);
      const notices = [...folders].filter((folder) => existsSync(join(folder, "package.json"))).sort();
      this.emitFile({
        type: "asset",
        fileName: "third-party.txt",
        source: notices.map(noticeOf).join(`\n${"-".repeat(72)}\n\n`),
      });
    },
  };
}
