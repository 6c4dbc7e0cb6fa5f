const said = (...phrases: readonly (readonly [string, number])[]): { phrase: string; confidence: number }[] =>
  phrases.map(([phrase, confidence]) => ({ phrase, confidence }));

const EMPTY = {
  caption: "",
  subject: [],
  action: [],
  setting: [],
  lighting: [],
  atmosphere: [],
  palette: [],
  medium: [],
  style: [],
  detail: [],
  composition: [],
  camera: [],
  text: [],
  resembles: [],
} as const;

/** An answer of which nothing has to be taken off. */
export const GOOD: { readonly caption: string; readonly [key: string]: unknown } = {
  caption: "A red fox crosses a frozen lake at dawn.",
  subject: said(["red fox", 0.98], ["thick winter coat", 0.8]),
  action: said(["walking across the ice", 0.9]),
  setting: said(["frozen lake", 0.95], ["pine forest on the far shore", 0.7]),
  lighting: said(["low golden sunlight", 0.85]),
  atmosphere: said(["quiet and cold", 0.7]),
  palette: said(["pale blue and orange", 0.8]),
  medium: said(["photograph", 0.99]),
  style: said(["wildlife photography", 0.9]),
  detail: said(["frost on whiskers", 0.6]),
  composition: said(["low angle", 0.75]),
  camera: said(["telephoto lens", 0.9]),
  text: said(["NO FISHING", 0.9]),
  resembles: said(["Bruno Liljefors", 0.8]),
};

export const GOOD_TEXT: string = JSON.stringify(GOOD);

export function answerWith(parts: { readonly [key: string]: unknown }): string {
  return JSON.stringify({ ...EMPTY, ...parts });
}

export const REFUSAL = "I'm sorry, but I can't help with describing this image.";
