/** The last part of a digital source type, given as a whole address or by its name: "trainedAlgorithmicMedia". */
export function sourceTypeOf(value: string): string | undefined {
  const name = value.trim().replace(/\/+$/, "").split(/[/#:]/).at(-1) ?? "";
  return /^[A-Za-z]{3,60}$/.test(name) ? name : undefined;
}

/**
 * Whether the type says that a trained model made the picture or a part of it. "algorithmicMedia" is made by an
 * algorithm without training data, so it is not AI.
 *
 * @source IPTC NewsCodes, digitalsourcetype, as of 2025
 */
export function isAiSource(type: string | undefined): boolean {
  return type === "trainedAlgorithmicMedia" || type === "compositeWithTrainedAlgorithmicMedia";
}
