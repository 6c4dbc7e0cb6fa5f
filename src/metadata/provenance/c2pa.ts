import { isRecord, parseLenientJson } from "../lenient-json.js";
import type { Provenance } from "../types.js";
import { decodeCbor } from "./cbor.js";
import { isAiSource, sourceTypeOf } from "./digital-source.js";
import { type JumbfBox, parseJumbf } from "./jumbf.js";

interface Action {
  readonly name: string;
  readonly source: string | undefined;
  readonly agent: string | undefined;
}

interface Maker {
  readonly actions: readonly Action[];
  readonly generator: string | undefined;
}

/**
 * What a C2PA manifest store says of a picture's making: the actions and generator of the active (last) manifest, and
 * AI where any manifest of the picture's history states a trained model; the newest such manifest says by whom.
 * Signatures are not verified, so this is what the file claims. Null where there is no manifest.
 *
 * @source C2PA Technical Specification 2.1, §§11 (manifests), 18.12 (actions)
 */
export function c2paProvenance(store: Uint8Array): Provenance | null {
  const manifests = parseJumbf(store).flatMap((box) => (box.label === "c2pa" ? box.children : []));
  const makers = manifests.map(
    (manifest): Maker => ({ actions: actionsOf(manifest), generator: generatorOf(manifest) }),
  );
  const active = makers.at(-1);
  if (active === undefined) return null;
  const aiMaker = makers.findLast((maker) => maker.actions.some((action) => isAiSource(action.source)));
  const aiAction = aiMaker?.actions.find((action) => isAiSource(action.source));
  const source = (aiAction ?? active.actions.find((action) => action.source !== undefined))?.source;
  const by =
    aiMaker === undefined || aiAction === undefined
      ? (active.generator ?? active.actions.find((action) => action.agent !== undefined)?.agent)
      : modelAndFirm(aiAction.agent, aiMaker.generator);
  return {
    ...(source === undefined ? {} : { digitalSourceType: source }),
    madeByAi: aiAction !== undefined,
    ...(by === undefined ? {} : { by }),
    standard: "C2PA",
    ...(active.actions.length === 0 ? {} : { actions: active.actions.map((action) => action.name) }),
  };
}

/** "gpt-image 2.0 (OpenAI Media Service)"; the model alone where it names the firm itself. */
function modelAndFirm(model: string | undefined, generator: string | undefined): string | undefined {
  if (model === undefined || generator === undefined) return model ?? generator;
  const firm = generator.split(/[ /]/)[0] ?? "";
  return model.toLowerCase().includes(firm.toLowerCase()) ? model : `${model} (${generator})`;
}

function actionsOf(manifest: JumbfBox): readonly Action[] {
  const assertions = manifest.children.find((child) => child.label === "c2pa.assertions")?.children ?? [];
  return assertions
    .filter((assertion) => /^c2pa\.actions(?:\.v\d+)?(?:__\d+)?$/.test(assertion.label))
    .flatMap((assertion) => {
      const list = contentOf(assertion)?.["actions"];
      return Array.isArray(list) ? list.slice(0, 200).map(actionOf) : [];
    });
}

function actionOf(value: unknown): Action {
  const action = isRecord(value) ? value : {};
  const name = action["action"];
  const source = action["digitalSourceType"];
  return {
    name: typeof name === "string" ? name : "unknown",
    source: typeof source === "string" ? sourceTypeOf(source) : undefined,
    agent: nameAndVersion(action["softwareAgent"]),
  };
}

function generatorOf(manifest: JumbfBox): string | undefined {
  const claim = manifest.children.find((child) => /^c2pa\.claim(?:\.v\d+)?$/.test(child.label));
  const content = claim === undefined ? null : contentOf(claim);
  if (content === null) return undefined;
  const info = content["claim_generator_info"];
  const named = nameAndVersion(Array.isArray(info) ? info[0] : info);
  const generator = content["claim_generator"];
  return named ?? (typeof generator === "string" ? productOf(generator) : undefined);
}

/** "Adobe_Photoshop/25.1 (...) c2pa-rs/0.28": the first product of a user-agent string, underscores as blanks. */
function productOf(generator: string): string {
  const first = generator.trim().split(/\s+/)[0] ?? "";
  return first.replace("/", " ").replaceAll("_", " ").slice(0, 100);
}

/** Text as it is; an object by its name, with its version where it has one. */
function nameAndVersion(value: unknown): string | undefined {
  if (typeof value === "string") return value.slice(0, 100);
  if (!isRecord(value) || typeof value["name"] !== "string") return undefined;
  const version = value["version"];
  return (typeof version === "string" ? `${value["name"]} ${version}` : value["name"]).slice(0, 100);
}

function contentOf(box: JumbfBox): { readonly [key: string]: unknown } | null {
  for (const { type, data } of box.content) {
    const value =
      type === "cbor"
        ? decodeCbor(data)
        : type === "json"
          ? parseLenientJson(Buffer.from(data).toString("utf8"))
          : null;
    if (isRecord(value)) return value;
  }
  return null;
}
