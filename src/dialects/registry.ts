import { ImpromptError } from "../base/error.js";
import type { Dialect } from "./types.js";

interface Entry {
  readonly id: string;
  readonly load: () => Promise<{ readonly dialect: Dialect }>;
}

/** Every target, in the order in which they are listed to a person. */
export const DIALECTS: readonly Entry[] = [
  { id: "midjourney", load: () => import("./midjourney/index.js") },
  { id: "sd15", load: () => import("./sd15/index.js") },
  { id: "sd2", load: () => import("./sd2/index.js") },
  { id: "sdxl", load: () => import("./sdxl/index.js") },
  { id: "sd35", load: () => import("./sd35/index.js") },
  { id: "flux", load: () => import("./flux/index.js") },
  { id: "dalle3", load: () => import("./dalle3/index.js") },
  { id: "gpt-image", load: () => import("./gpt-image/index.js") },
  { id: "firefly", load: () => import("./firefly/index.js") },
  { id: "leonardo", load: () => import("./leonardo/index.js") },
  { id: "ideogram", load: () => import("./ideogram/index.js") },
  { id: "imagen", load: () => import("./imagen/index.js") },
  { id: "gemini", load: () => import("./gemini/index.js") },
  { id: "seedream", load: () => import("./seedream/index.js") },
  { id: "dreamina", load: () => import("./dreamina/index.js") },
  { id: "minimax", load: () => import("./minimax/index.js") },
  { id: "realistic", load: () => import("./realistic/index.js") },
];

export const TARGET_IDS: readonly string[] = DIALECTS.map((entry) => entry.id);

export interface Target {
  readonly dialect: Dialect;
  readonly version: string;
}

/**
 * The dialect and version that "name" or "name@version" means.
 *
 * @throws ImpromptError `unknown-target`, with the names that exist
 */
export async function loadTarget(name: string): Promise<Target> {
  const [id = "", version] = name.trim().toLowerCase().split("@", 2);
  const entry = DIALECTS.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    throw new ImpromptError("unknown-target", `no target is called "${id}"`, {
      hint: `Choose among ${TARGET_IDS.join(", ")}.`,
    });
  }
  const { dialect } = await entry.load();
  if (version !== undefined && !dialect.versions.includes(version)) {
    throw new ImpromptError("unknown-target", `${id} has no version "${version}"`, {
      hint: `Choose among ${dialect.versions.map((known) => `${id}@${known}`).join(", ")}.`,
    });
  }
  return { dialect, version: version ?? dialect.defaultVersion };
}
