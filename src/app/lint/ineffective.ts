import type { Term } from "../../blueprint/types.js";

interface Spam {
  readonly says: RegExp;
  readonly why: string;
}

/** What early models learned from the labels of web pictures, and models that read sentences do not. */
const SPAM: readonly Spam[] = [
  {
    says: /^(?:(?:true |real |full )?(?:4|8|12|16|32) ?k(?: (?:uhd|hd|hdr|resolution|wallpaper))*|u?hd|uhd resolution|1080p|2160p|high[- ]?res(?:olution)?|highres|absurdres)$/iu,
    why: "a resolution in words adds no pixels; the size parameter or an upscaler does",
  },
  {
    says: /\b(?:octane(?: render(?:er|ing)?)?|unreal engine(?: \d)?|v-?ray|redshift render|cinema ?4d|arnold render)\b/iu,
    why: "a renderer's name asks for the look of 3D graphics, and says nothing else; name the light and the surfaces that you mean",
  },
  {
    says: /\b(?:trending|featured|popular) on\b|\b(?:art ?station|deviant ?art|pixiv|cg ?society|behance)\b|\b(?:award|prize)[- ]winning\b/iu,
    why: "where a picture was praised is no part of it; early models had learned such labels, this one reads descriptions",
  },
  {
    says: /^(?:masterpiece|(?:best|high|highest|top|amazing|ultra|great) quality|(?:(?:very|ultra|highly|extremely|hyper|insanely|super)[- ]?)(?:detailed|realistic|sharp)|hyper ?detail(?:s|ed)?|intricate details?|(?:very )?aesthetic|perfect|stunning|beautiful|amazing|breathtaking)$/iu,
    why: "praise names nothing to draw; say what is detailed, and how",
  },
];

/** Why a phrase does nothing for a generator that reads sentences; undefined when it does. */
export function whyIneffective({ text, facet }: Term): string | undefined {
  if (facet === "medium" && /\b3d\b/iu.test(text)) return undefined;
  return SPAM.find(({ says }) => says.test(text.trim()))?.why;
}
