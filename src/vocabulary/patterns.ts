import type { Facet } from "../blueprint/facets.js";

interface Pattern {
  readonly facet: Facet;
  /** Matched against the phrase key. */
  readonly says: RegExp;
  readonly confidence: number;
  readonly reason: string;
}

const MAKERS =
  "nikon|canon|sony|fujifilm|fuji|leica|hasselblad|olympus|pentax|panasonic|lumix|kodak|ilford|zeiss|sigma|tamron|gopro|arri|iphone|mamiya|rolleiflex|ricoh|phase one|eos";
const SITES =
  "artstation|art station|deviantart|deviant art|pixiv|behance|cgsociety|cg society|500px|flickr|unsplash|instagram|pinterest|danbooru|national geographic";

/** Shapes of phrases that say their facet whatever the words, in order of precedence. */
export const PATTERNS: readonly Pattern[] = [
  {
    facet: "quality",
    says: new RegExp(`\\b(?:trending|popular|featured|viral|top rated|top voted)\\b|\\b(?:${SITES})\\b`, "u"),
    confidence: 0.9,
    reason: "names where pictures are praised",
  },
  {
    facet: "quality",
    says: /^(?:\S+ )?(?:[248]|12|16|32)k(?: \S+)?$|^\d{3,4}p$|^score \d|\b(?:award winning|prize winning)\b|^(?:rating|year) \S+$/u,
    confidence: 0.9,
    reason: "a resolution or a rating",
  },
  {
    facet: "camera",
    says: /\b\d{1,4}(?:\.\d)?(?: ?(?:to )?\d{2,4})? ?mm\b(?! (?:film )?(?:photo|photograph|still|painting))|\bf ?\/ ?\d{1,2}(?:\.\d)?\b|\bf\d{1,2}\.\d\b|\biso ?\d{2,6}\b|\b1\/\d{1,5} ?(?:s|sec|second)s?\b|\bshutter\b|\baperture\b/u,
    confidence: 0.94,
    reason: "a focal length, an aperture or an exposure",
  },
  {
    facet: "camera",
    says: new RegExp(
      `^(?:(?:shot|taken|captured|photographed|filmed|made) )?(?:(?:on|with|using|by|through) )? ?(?:an? |the )?(?:${MAKERS})\\b`,
      "u",
    ),
    confidence: 0.92,
    reason: "names a camera or its maker",
  },
  {
    facet: "camera",
    says: /^(?:shot|taken|filmed|captured|photographed) (?:on|with|using|through)\b/u,
    confidence: 0.9,
    reason: '"shot on"',
  },
  {
    facet: "camera",
    says: /\bbackground (?:is |looks )?(?:softly |slightly |heavily )?(?:blurr?ed|blurry|out of focus|defocused)\b/u,
    confidence: 0.88,
    reason: "tells the focus",
  },
  {
    facet: "palette",
    says: /#(?:[0-9a-f]{3}){1,2}\b|\b(?:shades|hues|tones|tints) of\b|^colou?rs? of\b/u,
    confidence: 0.9,
    reason: "names colors",
  },
  {
    facet: "composition",
    says: /^(?:seen |viewed |shot |view )?from (?:directly |slightly |far |the |a )*(?:above|below|behind|side|front|back|top|distance|afar|high angle|low angle|left|right)\b|^\d{1,2}:\d{1,2}$|\brule of thirds\b|\b(?:fills|filling) the frame\b|\bin the (?:cent(?:er|re)|foreground|middle ground|midground)$/u,
    confidence: 0.9,
    reason: "a point of view or a place in the frame",
  },
  {
    facet: "lighting",
    says: /^(?:\S+ly )?(?:lit|illuminated|backlit) (?:by|with|from|up)\b|^(?:bathed|drenched) in\b|^light (?:coming|streaming|falling|shining)\b/u,
    confidence: 0.9,
    reason: '"lit by"',
  },
  {
    facet: "medium",
    says: /^(?:rendered|modell?ed|animated|sculpted|carved|printed|drawn|painted|sketched|made) (?:in|with|using|on|out of|from|of)\b/u,
    confidence: 0.8,
    reason: "how it was made",
  },
  {
    facet: "style",
    says: /^(?:in|with) (?:the |an? )?(?:\S+ ){0,4}style\b|\bstyle of\b|\b(?:inspired|esque)\b|^(?:inspired by|reminiscent of|looks like|as seen in|from the (?:movie|film|series|game))\b|^\S+(?:punk|core|wave|ism)$/u,
    confidence: 0.9,
    reason: '"in the style of"',
  },
  {
    facet: "subject",
    says: /^\d{1,2}\+? ?(?:girl|boy|other|people|person|man|men|woman|women)s?$|^multiple (?:girls|boys|others|people)$|^(?:aged|age) |\byears? old\b/u,
    confidence: 0.95,
    reason: "counts who is shown",
  },
  {
    facet: "text",
    says: /^(?:text|title|caption|words?|lettering|inscription|headline|logo|sign|label)s? (?:that )?(?:saying|says|say|reading|reads|read|written)\b|^(?:with )?(?:the )?(?:text|words?|title|caption|inscription|lettering)\b|^(?:that )?(?:says|reads)\b|^that (?:is )?(?:saying|reading)\b/u,
    confidence: 0.9,
    reason: "asks for words",
  },
  {
    facet: "detail",
    says: /^(?:(?:completely |partly )?(?:covered|coated|adorned|decorated|encrusted|embroidered|engraved|inlaid|stained) (?:in|with|by))\b/u,
    confidence: 0.75,
    reason: "what covers a surface",
  },
  {
    facet: "setting",
    says: /^(?:set|located|situated|surrounded|placed) (?:in|on|at|by|against|among|within)\b|\bin the background$|^(?:in the )?background (?:is|of|has|shows)\b/u,
    confidence: 0.85,
    reason: "tells the surroundings",
  },
  {
    facet: "subject",
    says: /^(?:wearing|dressed in|clad in|clothed in)\b/u,
    confidence: 0.9,
    reason: "what is worn",
  },
];
