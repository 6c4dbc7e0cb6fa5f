import { statfs } from "node:fs/promises";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ImpromptError } from "../base/error.js";
import type { ModelStore } from "../models/store/index.js";
import { openModelStore } from "../models/store/index.js";
import type { HubSettings } from "../models/store/services.js";
import { modelsFolder } from "./models-folder.js";

const HUB = "https://huggingface.co";

function addressOf(name: string, value: string): string {
  const isAddress = URL.canParse(value) && /^https?:$/u.test(new URL(value).protocol);
  if (isAddress) return value;
  throw new ImpromptError("invalid-option", `${name} is not an address`, {
    where: value,
    hint: "Give one such as https://mirror.example.",
  });
}

/** Signals may not be allowed, and yet the process be there. */
function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function hubSettings(environment: NodeJS.ProcessEnv, mirror?: string): HubSettings {
  const named = environment["HF_ENDPOINT"]?.trim() ?? "";
  const token = environment["HF_TOKEN"]?.trim() ?? "";
  const endpoint =
    mirror !== undefined
      ? addressOf("--mirror", mirror)
      : named === ""
        ? undefined
        : addressOf("HF_ENDPOINT", named);
  return {
    home: HUB,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(token === "" ? {} : { token }),
  };
}

/**
 * The store of this machine's user. `mirror` is asked in place of the hub; a pull refuses one that is no address.
 */
export function openNodeModelStore(
  environment: NodeJS.ProcessEnv = process.env,
  mirror?: string,
): ModelStore {
  return openModelStore(modelsFolder(environment), {
    fetch: globalThis.fetch,
    now: Date.now,
    random: Math.random,
    wait: async (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
    freeBytes: async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    process: { id: process.pid, host: hostname(), isAlive },
    // Looked at when a model is pulled: a wrong HF_ENDPOINT is no reason not to find the models that are here.
    get hub() {
      return hubSettings(environment, mirror);
    },
  });
}

/** Where Hugging Face's own programs keep what they download. @source huggingface_hub, constants.py: HF_HUB_CACHE */
export function hubCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const cache = environment["HF_HUB_CACHE"] ?? "";
  if (cache !== "") return cache;
  const home = environment["HF_HOME"] ?? "";
  if (home !== "") return join(home, "hub");
  const shared = environment["XDG_CACHE_HOME"] ?? "";
  return join(shared === "" ? join(homedir(), ".cache") : shared, "huggingface", "hub");
}
