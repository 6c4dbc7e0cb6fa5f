/** How answers that refuse begin; each as its language says it. */
const REFUSES =
  /^\W*(?:(?:i'?m|i am|we'?re) (?:really |very |so )?(?:sorry|afraid|unable|not able)|(?:sorry|apologies|unfortunately)\b.{0,80}\b(?:can'?t|cannot|unable|won'?t|not able)|i (?:can'?t|cannot|can not|won'?t|will not|must decline|decline|refuse|do not feel comfortable|don'?t feel comfortable)|as an ai\b|this (?:image|picture|request|content) (?:violates|cannot|can'?t)|(?:es )?tut mir leid|ich kann (?:\S+ ){0,4}nicht|lo siento|no puedo|je (?:suis désolée?|ne peux pas)|desculpe|não posso|mi dispiace|抱歉|对不起|很抱歉|我无法|申し訳|ごめん|죄송)/iu;

/** Said by a model that got words alone, because it or its server takes no pictures. */
const BLIND =
  /\b(?:(?:can'?t|cannot|can not|unable to|not able to|don'?t have the ability to) (?:\w+ ){0,3}(?:see|view|process|access|open|display|look at|analy[sz]e) (?:\w+ ){0,3}(?:images?|pictures?|photos?|attachments?)|(?:no|any|an?) (?:image|picture|photo)\b.{0,40}\b(?:was |is |were )?(?:attached|provided|included|uploaded|shared)|text[- ](?:only|based) (?:model|ai|assistant))/iu;

export type Refusal = "refused" | "blind";

/** What an answer without a phrase means to say, where its words refuse; it is read by its first 600 characters. */
export function refusalIn(text: string): Refusal | undefined {
  const opening = text.slice(0, 600).replace(/[’‘]/gu, "'").replace(/\s+/gu, " ");
  if (BLIND.test(opening)) return "blind";
  return REFUSES.test(opening) ? "refused" : undefined;
}
