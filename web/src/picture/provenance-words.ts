import type { Facts } from "../state/board";

type Provenance = NonNullable<Facts["provenance"]>;

/** IPTC's digital source types, for a person. @source IPTC NewsCodes, digitalsourcetype, as of 2025 */
const SOURCES: { readonly [type: string]: string } = {
  trainedAlgorithmicMedia: "made by a trained model",
  compositeWithTrainedAlgorithmicMedia: "put together with parts that a trained model made",
  algorithmicMedia: "made by an algorithm without training data",
  digitalCapture: "taken with a digital camera",
  computationalCapture: "taken with a camera that merged several exposures",
  negativeFilm: "scanned from negative film",
  positiveFilm: "scanned from positive film",
  print: "scanned from a print",
  digitalCreation: "drawn or built by a person with software",
  digitalArt: "drawn or built by a person with software",
  minorHumanEdits: "edited a little by a person",
  humanEdits: "edited by a person",
  algorithmicallyEnhanced: "enhanced by an algorithm",
  composite: "put together from several pictures",
  compositeCapture: "put together from several photographs",
  compositeSynthetic: "put together with parts that a computer made",
  dataDrivenMedia: "drawn from data",
  virtualRecording: "recorded from a virtual scene",
  screenCapture: "captured from a screen",
};

/** "c2pa.color_adjustments" is "color adjustments". */
function actionWords(action: string): string {
  return action.slice(action.indexOf(".") + 1).replaceAll("_", " ");
}

/** What the marks in the file say of its making: a headline, then what stands behind it. */
export function provenanceWords(provenance: Provenance): {
  readonly title: string;
  readonly lines: readonly string[];
} {
  const { madeByAi, by, standard, digitalSourceType, actions = [] } = provenance;
  const source =
    digitalSourceType === undefined ? undefined : (SOURCES[digitalSourceType] ?? digitalSourceType);
  const steps = [...new Set(actions.map(actionWords))];
  return {
    title: madeByAi ? "Marked as made or edited with AI" : "Carries a record of its making; it names no AI",
    lines: [
      ...(source === undefined ? [] : [`The file says: ${source}.`]),
      ...(by === undefined ? [] : [`Stated by ${by}.`]),
      ...(steps.length === 0 ? [] : [`Recorded steps: ${steps.join(", ")}.`]),
      standard === "C2PA"
        ? "From a C2PA record (content credentials). Its signature was not checked."
        : "From an IPTC field, which anyone can write.",
    ],
  };
}
