import type { Term } from "../../blueprint/types.js";
import { composeCaption } from "../families/json/caption.js";
import { composeProse } from "../families/prose/compose.js";
import type { Page } from "../families/prose/dialect.js";
import { createProseDialect } from "../families/prose/dialect.js";
import { isPhotographic } from "../families/prose/photographic.js";
import type { Dialect, ParameterSettings } from "../types.js";
import { VERSIONS } from "./capabilities.js";

const DESIGN =
  /\b(?:logo|poster|vector|icon|infographic|typograph\w*|graphic design|flyer|packaging|label|banner)\b/iu;

function suggestStyle(terms: readonly Term[], allowed: readonly string[]): ParameterSettings {
  const designed = terms.some(({ facet, text }) => facet === "medium" && DESIGN.test(text));
  const style = isPhotographic(terms) === true ? "REALISTIC" : designed ? "DESIGN" : undefined;
  return style !== undefined && allowed.includes(style) ? { "style-type": style } : {};
}

function suggest(terms: readonly Term[], { blueprint, capabilities }: Page): ParameterSettings {
  const known = (name: string): readonly string[] | undefined => {
    const spec = capabilities.parameters.find((parameter) => parameter.name === name);
    return spec === undefined ? undefined : (spec.values ?? []);
  };
  const character = blueprint.references.find((reference) => reference.role === "character");
  return {
    ...suggestStyle(terms, known("style-type") ?? []),
    ...(known("character-reference") !== undefined && character !== undefined
      ? { "character-reference": character.url }
      : {}),
  };
}

export const dialect: Dialect = createProseDialect(VERSIONS, {
  suggest,
  compose: (terms, { blueprint, capabilities }) =>
    capabilities.version === "4-json" ? composeCaption(terms, blueprint.palette) : composeProse(terms),
});
