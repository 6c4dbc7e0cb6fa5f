import { resolve } from "node:path";
import { ImpromptError } from "../../base/error.js";
import type { Skipped } from "./import-find.js";
import { findModels } from "./import-find.js";
import type { Imported } from "./import-take.js";
import { take } from "./import-take.js";
import { faultsOf, locatedOf } from "./inspect.js";
import type { ListedModel } from "./list.js";
import { list } from "./list.js";
import type { LocatedModel } from "./located.js";
import { KNOWN_MODELS } from "./manifest.js";
import { checkName, findKnown, refuseName } from "./names.js";
import { placesOf } from "./places.js";
import type { Pulled } from "./pull.js";
import { pull } from "./pull.js";
import { readRecord } from "./record.js";
import { remove } from "./remove.js";
import type { StoreServices, StoreWork } from "./services.js";
import type { Verified } from "./verify.js";
import { verify } from "./verify.js";

export interface ImportWork extends StoreWork {
  /** The model of a plain folder, where its name does not say it; a name of one's own is kept as it is. */
  readonly as?: string;
}

export interface ImportResult {
  readonly imported: readonly Imported[];
  readonly skipped: readonly Skipped[];
}

/** The models on this machine. Names are taken in any spelling: "ViT-L/14" is "ViT-L-14/openai". */
export interface ModelStore {
  /** Absolute. */
  readonly folder: string;
  readonly list: () => Promise<readonly ListedModel[]>;
  /** The model's own name. @throws ImpromptError `model-unknown` */
  readonly nameOf: (name: string) => Promise<string>;
  /**
   * Undefined where the model is not here.
   *
   * @throws ImpromptError `model-unknown`; `model-corrupt` when files of it are missing or of another size
   */
  readonly locate: (name: string) => Promise<LocatedModel | undefined>;
  /** @throws ImpromptError `model-unknown`, `download-failed`, `disk-full`, `output-failed`, `cancelled` */
  readonly pull: (name: string, work?: StoreWork) => Promise<Pulled>;
  /** @throws ImpromptError `model-unknown`, `model-missing`, `model-corrupt`, `cancelled` */
  readonly verify: (name: string, work?: StoreWork) => Promise<Verified>;
  /** @throws ImpromptError `model-unknown`, `model-missing`, `download-failed` while another process changes it */
  readonly remove: (name: string) => Promise<void>;
  /** @throws ImpromptError `input-not-found`, `invalid-option`, `model-corrupt`, `disk-full`, `cancelled` */
  readonly import: (folder: string, work?: ImportWork) => Promise<ImportResult>;
}

/** A store in a folder, which is made when the first model comes. */
export function openModelStore(folder: string, services: StoreServices): ModelStore {
  const places = placesOf(resolve(folder));
  const models = services.models ?? KNOWN_MODELS;
  const nameOf = async (name: string): Promise<string> => {
    const known = findKnown(models, name);
    if (known !== undefined) return known.name;
    const isName = /^[\w.+-]+(?:\/[\w.+-]+)?$/u.test(name);
    const record = isName ? await readRecord(places.model(checkName(name))) : undefined;
    return record?.name ?? refuseName(models, name);
  };
  return {
    folder: places.root,
    list: () => list(models, places),
    nameOf,
    locate: async (name) => {
      const own = await nameOf(name);
      const where = places.model(own);
      const record = await readRecord(where);
      if (record === undefined) return undefined;
      const [fault] = await faultsOf(where, record.files);
      if (fault === undefined) return locatedOf(where, record);
      throw new ImpromptError("model-corrupt", `its ${fault.path} is damaged or missing`, {
        where: own,
        hint: `Mend it with imprompt models pull ${own}.`,
      });
    },
    pull: async (name, work) =>
      pull(findKnown(models, name) ?? refuseName(models, name), places, services, work),
    verify: async (name, work) => verify(await nameOf(name), places, work),
    remove: async (name) => remove(await nameOf(name), places, services),
    import: async (from, { as, ...work } = {}) => {
      const { models: found, skipped } = await findModels(from, models, as);
      const imported: Imported[] = [];
      for (const model of found) imported.push(await take(model, places, services, work));
      return { imported, skipped };
    },
  };
}
