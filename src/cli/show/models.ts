import type { ImportResult } from "../../models/store/index.js";
import type { FileFault } from "../../models/store/inspect.js";
import type { ListedModel } from "../../models/store/list.js";
import type { Pulled } from "../../models/store/pull.js";
import type { Verified } from "../../models/store/verify.js";
import { inBytes } from "../models-progress.js";
import type { Page, PageOptions } from "./page.js";
import { createPage, printable } from "./page.js";

function stateOf({ state, bytesThere = 0 }: ListedModel, page: Page): string {
  switch (state) {
    case "present":
      return page.accent("here");
    case "partial":
      return page.warn(`begun, ${inBytes(bytesThere)} are here`);
    case "damaged":
      return page.warn("damaged: pull it again");
    case "absent":
      return page.dim("not here");
  }
}

function rowOf(model: ListedModel, width: number, page: Page): string {
  const { name, known, kind, bytes } = model;
  const size = `${model.state === "absent" ? "about " : ""}${inBytes(bytes)}`;
  const head = `  ${page.bold(printable(name).padEnd(width))}  ${size.padStart(14)}  ${stateOf(model, page)}`;
  const about = known?.about ?? `${kind}, your own`;
  const accuracy = known?.zeroShot === undefined ? "" : `; ImageNet zero-shot ${known.zeroShot} %`;
  return `${head}\n${page.dim(page.wrap(`${about}${accuracy}`, 6))}`;
}

/** Every model on two lines. */
export function showModels(folder: string, models: readonly ListedModel[], options: PageOptions): string {
  const page = createPage(options);
  const width = Math.max(...models.map(({ name }) => name.length));
  const rows = models.map((model) => rowOf(model, width, page));
  const last = page.dim("Get one: imprompt models pull NAME. Take those you have: imprompt models import.");
  return `Models in ${printable(folder)}\n\n${rows.join("\n")}\n\n${last}\n`;
}

export function showPulled(pulled: Pulled, options: PageOptions): string {
  const page = createPage(options);
  const { model, already, bytes, bytesKept, unchecked } = pulled;
  if (already) return `${model.name} was here already.\n`;
  const kept = bytesKept > 0 ? `, of which ${inBytes(bytesKept)} were here before` : "";
  const first = `${page.accent(model.name)} is here: ${inBytes(bytes)}${kept}.\n`;
  if (unchecked.length === 0) return first;
  const names = unchecked.join(", ");
  return `${first}${page.warn(page.wrap(`The server names no digest for ${names}: taken as they came.`, 2))}\n`;
}

const FAULTS: { readonly [Fault in FileFault["fault"]]: string } = {
  missing: "is missing",
  size: "has another size",
  digest: "has another content",
};

export function showVerified({ name, bytes, faults }: Verified, options: PageOptions): string {
  const page = createPage(options);
  if (faults.length === 0) return `${page.accent(name)} is whole: ${inBytes(bytes)} read and compared.\n`;
  const lines = faults.map(({ path, fault }) => `  ${printable(path)} ${FAULTS[fault]}`);
  return [
    page.warn(`${name} is damaged:`),
    ...lines,
    `Mend it with imprompt models pull ${name}, or import it again.`,
    "",
  ].join("\n");
}

export function showImport({ imported, skipped }: ImportResult, options: PageOptions): string {
  const page = createPage(options);
  const lines = imported.map(({ model, already, bytes, bytesShared, differs }) => {
    if (already) return `${model.name} was here already.`;
    const shared = bytesShared > 0 ? `, ${inBytes(bytesShared)} shared with where they lie` : ", copied";
    const other = differs ? page.warn(" These are other weights than the published ones.") : "";
    return `${page.accent(model.name)} is here: ${inBytes(bytes)}${shared}.${other}`;
  });
  const left = skipped.map(({ where, why }) => page.warn(`Left: ${printable(where)}, ${why}.`));
  return `${[...lines, ...left].join("\n")}\n`;
}
