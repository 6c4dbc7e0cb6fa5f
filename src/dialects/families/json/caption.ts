import type { Facet } from "../../../blueprint/facets.js";
import type { Region, Swatch, Term } from "../../../blueprint/types.js";
import type { Piece } from "../../../layout/piece.js";
import { textOfPieces } from "../../../layout/piece.js";
import { composeProse } from "../prose/compose.js";
import { isPhotographic } from "../prose/photographic.js";
import type { Member } from "./pieces.js";
import { list, literal, object, phrases, sentences } from "./pieces.js";

/** Colours that the whole picture's palette may have. */
const MAX_COLOURS = 16;
/** The side of the grid on which boxes are placed. */
const GRID = 1000;

/** [y_min, x_min, y_max, x_max] on the grid, from the first evidence that names a region. */
function boxOf(term: Term): Member[] {
  const region: Region | undefined = term.evidence.find((evidence) => evidence.region !== undefined)?.region;
  if (region === undefined) return [];
  const { x, y, width, height } = region;
  return [
    [
      "bbox",
      [
        literal(
          [y, x, y + height, x + width].map((side) => Math.round(Math.min(1, Math.max(0, side)) * GRID)),
        ),
      ],
    ],
  ];
}

function elementOf(term: Term, extra: readonly Term[]): Piece[] {
  if (term.facet === "text") {
    return object([
      ["type", [literal("text")]],
      ...boxOf(term),
      ["text", phrases([term])],
      ["desc", [literal("lettering in the picture")]],
    ]);
  }
  return object([["type", [literal("obj")]], ...boxOf(term), ["desc", phrases([term, ...extra])]]);
}

function styleOf(
  of: (...facets: Facet[]) => Term[],
  photographic: boolean,
  palette: readonly Swatch[],
): Piece[] {
  const camera = of("camera");
  const looks = of("style", "artist", "detail");
  const aesthetics = [...of("atmosphere", "palette", "quality"), ...(photographic ? looks : camera)];
  const medium = of("medium");
  const kind: Member = photographic
    ? ["photo", camera.length > 0 ? phrases(camera) : [literal("natural photograph")]]
    : ["art_style", looks.length > 0 ? phrases(looks) : [literal("natural")]];
  const made: Member = [
    "medium",
    medium.length > 0 ? phrases(medium) : [literal(photographic ? "photograph" : "image")],
  ];
  const light = of("lighting");
  const colours = palette.slice(0, MAX_COLOURS).map((swatch) => swatch.hex.toUpperCase());
  return object([
    ...(aesthetics.length > 0 ? [["aesthetics", phrases(aesthetics)] as const] : []),
    ...(light.length > 0 ? [["lighting", phrases(light)] as const] : []),
    ...(photographic ? [kind, made] : [made, kind]),
    ...(colours.length > 0 ? [["color_palette", [literal(colours)]] as const] : []),
  ]);
}

/**
 * The structured caption that Ideogram 4 was trained on, as compact JSON: a summary in prose, the style, the
 * background and the elements, keys in the guide's order. Each phrase has its span where the structure says it;
 * the summary repeats the content without spans.
 *
 * @source docs.ideogram.ai, JSON Prompting (Ideogram 4.0), 2026-11
 */
export function composeCaption(terms: readonly Term[], palette: readonly Swatch[]): Piece[] {
  const of = (...facets: Facet[]): Term[] => terms.filter((term) => facets.includes(term.facet));
  const summary = textOfPieces(composeProse(of("subject", "action", "setting", "medium")));
  const photographic = isPhotographic(terms) ?? false;
  const styled = of(
    "style",
    "artist",
    "detail",
    "camera",
    "atmosphere",
    "palette",
    "quality",
    "lighting",
    "medium",
  );
  const [first, ...others] = of("subject");
  const actions = of("action");
  const elements = [
    ...(first === undefined ? [] : [elementOf(first, actions)]),
    ...others.map((term) => elementOf(term, [])),
  ];
  const around = [...of("setting", "composition"), ...(first === undefined ? actions : [])];
  return object([
    ["high_level_description", [literal(summary)]],
    ...(styled.length > 0 ? [["style_description", styleOf(of, photographic, palette)] as const] : []),
    [
      "compositional_deconstruction",
      object([
        [
          "background",
          around.length > 0 ? sentences(around) : [literal("a background that suits the scene")],
        ],
        ["elements", list([...elements, ...of("text").map((term) => elementOf(term, []))])],
      ]),
    ],
  ]);
}
