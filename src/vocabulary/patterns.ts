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
/** Words that a negative prompt says of badly drawn bodies, and what it says them of. */
const FLAWS =
  "deformed|mangled|fused|disfigured|mutated|malformed|misshapen|missing|extra|distorted|disconnected|severed|duplicated?|fewer|too many|bad|wrong|incorrect|poorly drawn|poor|asymmetric|asymmetrical|broken|twisted|crooked|lazy|cloned|blurry|unnatural|weird|ugly";
const PARTS =
  "hands?|fingers?|digits?|limbs?|arms?|legs?|foot|feet|toes?|thumbs?|eyes?|iris|irises|pupils?|ears?|faces?|heads?|mouths?|teeth|lips|nipples|necks?|nails?|bod(?:y|ies)|anatomy|proportions?|features|skin";
/** What hangs in the air and moves in it. */
const AIRBORNE =
  "lea(?:f|ves)|petals?|snow|snowflakes?|flakes|flurries|dust|ash|ashes|embers?|sparks?|pollen|feathers?|confetti|mist|fog|haze|smoke|steam|rain|raindrops|sand|spores?|fireflies|blossoms?|vapou?r|clouds?|debris|particles|motes|bubbles";
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
    says: /^(?:\S+ )?(?:[248]|12|16|32)k(?: \S+)?$|^\d{3,4}p$|^score \d|\b(?:award winning|prize winning)\b|^(?:rating|year)[: ] ?\S+$/u,
    confidence: 0.9,
    reason: "a resolution or a rating",
  },
  {
    facet: "quality",
    says: new RegExp(
      `^(?:no )?(?:(?:very|severely|badly|poorly|slightly) )?(?:drawn |rendered |formed )?(?:${FLAWS}) (?:\\S+ ){0,2}(?:${PARTS})$`,
      "u",
    ),
    confidence: 0.88,
    reason: "a flaw of a picture",
  },
  {
    facet: "quality",
    says: /^(?:no |without )?(?:\S+ )?(?:artifacts|artefacts|distortions?|deformit(?:y|ies)|mutations?|glitches|duplicates)$|\bover ?(?:sharpened|processed|compressed)\b|\b(?:worthy|acclaimed|retouched)\b|^(?:\S+ )?(?:quality|resolution|res|def|definition)$|\b(?:high|best|top|hyper|ultra|super|low|poor|bad|professional|studio|museum|gallery|print|magazine|exhibition) (?:quality|res|resolution|definition)$/u,
    confidence: 0.86,
    reason: "praise or blame of a whole picture",
  },
  {
    facet: "camera",
    says: /\b\d{1,4}(?:\.\d)?(?: ?(?:to )?\d{2,4})? ?mm\b(?! (?:film )?(?:photo|photograph|still|painting))|\bf ?\/ ?\d{1,2}(?:\.\d)?\b|\bf\d{1,2}\.\d\b|\biso ?\d{2,6}\b|\b1\/\d{1,5} ?(?:s|sec|second)s?\b|\bshutter\b|\baperture\b/u,
    confidence: 0.94,
    reason: "a focal length, an aperture or an exposure",
  },
  {
    facet: "camera",
    says: /\b(?:in|out of|into) (?:\S+ )?focus\b|\b(?:vignette|vignetting|bokeh|defocus|defocused)\b|\b(?:sensor|lens|film stock|viewfinder|focus)$|^(?:\S+ )?(?:velvia|portra|ektar|ektachrome|kodachrome|cinestill|tri x|tmax|hp5|fp4|delta|provia|superia|fomapan|acros)(?: (?:\d{2,4}\p{L}?|film))*$/u,
    confidence: 0.88,
    reason: "tells focus, lens or film",
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
    says: /^(?:seen |viewed |shot |view )?from (?:directly |slightly |far |the |a )*(?:above|below|behind|side|front|back|top|distance|afar|high angle|low angle|left|right)\b|^\d{1,2}:\d{1,2}$|\brule of thirds\b|\b(?:fills|filling) the frame\b|\b(?:in|on) the (?:cent(?:er|re)|foreground|middle ground|midground|distance|(?:left|right|upper|lower|top|bottom)(?: (?:third|half|side|corner))?)$|^(?:the )?(?:main )?subject (?:is )?(?:placed |positioned |standing )?(?:on|off|in|at|to|small|large|dead|slightly|filling)\b|\b(?:fills?|filling|of|edges? of) (?:\S+ ){0,3}the frame\b|^(?:tight(?:ly)? |close(?:ly)? |loose(?:ly)? )?crop(?:ped)?\b|^(?:seen|viewed|view|shot|peering) through\b|^looking (?:down|up) (?:at|on|onto|from|through)\b|^framed (?:by|in|with|between)\b|^isolated (?:on|against)\b|^(?:on |against )?(?:an? )?(?:(?:plain|pure|solid|simple|blank|clean|transparent|seamless|neutral|gradient)(?: \S+)?|white|black|gr[ae]y|dark|light) (?:background|backdrop)$|\b(?:breathing room|headroom|lead room|copy space)\b|\b(?:framing|composition|format|aspect ratio|orientation|crop|viewpoint|vantage point)$/u,
    confidence: 0.9,
    reason: "a point of view or a place in the frame",
  },
  {
    facet: "lighting",
    says: /^(?:\S+ly )?(?:lit|illuminated|backlit) (?:by|with|from|up)\b|^(?:bathed|drenched) in\b|^light (?:coming|streaming|falling|shining|spilling|pooling|filtering|pouring)\b|\b(?:sun|moon|sunlight|moonlight|sunshine|daylight|lightning|light|glow|lamp|candle|torch)s? (?:low|rising|setting|streaming|breaking|filtering|slanting|shining|pouring|spilling|flooding|falling|peeking|glowing|illuminating|casting|from|through|on|across|over|coming)\b|^(?:\S+ ){0,3}(?:sun|rays|shafts?|glow|shadows|sunlight|moonlight|backlight|lamps|tubes|light bulbs?|spotlights?|lanterns light)$|^(?:an? )?(?:\S+ )?(?:shafts?|rays?|beams?|pools?|shimmer|glow|glimmer|slivers?|last) (?:of )?(?:\S+ )?(?:light|sunlight|moonlight|sunshine|sun|daylight|moonbeams?)\b|^(?:\S+ )?silhouetted (?:against|by|in)\b|\blit$/u,
    confidence: 0.9,
    reason: '"lit by"',
  },
  {
    facet: "atmosphere",
    says: new RegExp(
      `^(?:\\S+ ){0,2}(?:${AIRBORNE}) (?:gently |slowly |softly )?(?:falling|blowing|drifting|swirling|rolling|rising|floating|billowing|hanging|curling|whirling|dancing|bursting|scattering|flying|seeping|creeping)\\b|^(?:falling|blowing|drifting|swirling|rolling|rising|billowing|whirling|curling|flying|fluttering|scattered|pouring) (?:\\S+ )?(?:${AIRBORNE})$|^(?:\\S+ )?(?:clouds?|plumes?|wisps?|trails?|puffs?|curls?|swirls?|columns?|veils?|blankets?|haze) of (?:\\S+ )?(?:${AIRBORNE})\\b`,
      "u",
    ),
    confidence: 0.85,
    reason: "what drifts in the air",
  },
  {
    facet: "atmosphere",
    says: /^(?:an? )?(?:\S+ )?(?:sense|feeling|air|feel|mood|aura|atmosphere|spirit|touch|hint|undertone|ambience) of (?!light|depth|scale|motion|movement|colou?r|\S+ (?:light|colou?rs?)$)\S|\b(?:vibes?|mood|moods|atmosphere|ambience|ambiance|feeling)$/u,
    confidence: 0.82,
    reason: "names a mood",
  },
  {
    facet: "palette",
    says: /\b(?:colou?r(?:ed|s|ing|ation)?|toned|tinted|palette|saturation|saturated|grade|grading|hues?|pastels?)$/u,
    confidence: 0.78,
    reason: "tells its colors",
  },
  {
    facet: "medium",
    says: /\S (?:still|stills|screengrab|screen grab|screencap|screenshot|footage|storyboard|panel|photography|photoshoot|photo shoot|render|rendering|animation|illustration|engraving|lithograph|woodblock print|cover art|concept art|diorama)$/u,
    confidence: 0.84,
    reason: "how it was made",
  },
  {
    facet: "medium",
    says: /^(?:rendered|modell?ed|animated|sculpted|carved|printed|drawn|painted|sketched|made) (?:in|with|using|on|out of|from|of)\b/u,
    confidence: 0.8,
    reason: "how it was made",
  },
  {
    facet: "style",
    says: /^(?:in|with) (?:the |an? )?(?:\S+ ){0,4}style\b|\bstyle of\b|\b(?:inspired|esque)\b|^(?:inspired by|reminiscent of|looks like|as seen in|from the (?:movie|film|series|game))\b|^\S+(?:punk|core|wave|ism)$|^(?:(?:early|mid|late) )?(?:(?:1[5-9]|20)\d0|[2-9]0)'?s\b(?: (?:style|aesthetic|look|fashion|vibe))?$|^(?:\S+ )?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)$|\b(?:aesthetics?|revival|modernism|realism|minimalism|school|academia|gothic|genre|design)$|^(?:\S+ ){1,3}style$|\S(?:punk|core|ism)$/u,
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
    says: /^(?:no|without(?: any)?) (?:\S+ )?(?:text|writing|words|letters|lettering|captions?|logos?|labels?|watermarks?|signatures?|typography)\b|\b(?:lettering|typography|calligraphy|handwriting|script|font|typeface|subtitles|kanji|hieroglyphs)\b/u,
    confidence: 0.84,
    reason: "writing, wanted or not",
  },
  {
    facet: "text",
    says: /^(?:text|title|caption|words?|lettering|inscription|headline|logo|sign|label)s? (?:that )?(?:saying|says|say|reading|reads|read|written)\b|^(?:with )?(?:the )?(?:text|words?|title|caption|inscription|lettering)\b|^(?:that )?(?:says|reads)\b|^that (?:is )?(?:saying|reading)\b/u,
    confidence: 0.9,
    reason: "asks for words",
  },
  {
    facet: "detail",
    says: /^(?:(?:completely |partly )?(?:covered|coated|adorned|decorated|encrusted|embroidered|engraved|inlaid|stained|studded|trimmed|lined|stitched|etched|dotted|speckled|flecked|streaked|dusted|caked|splattered) (?:in|with|by))\b|\b(?:covered|encrusted|stained|splattered|slicked|studded|flecked|streaked|spattered|coated|crusted|inlaid|pitted|worn)$/u,
    confidence: 0.75,
    reason: "what covers a surface",
  },
  {
    facet: "setting",
    says: /^(?:right |just |somewhere )?(?:close to|next to|far from|away from|in front of|on top of|outside of|at the (?:end|edge|bottom|top|foot|heart|entrance|back|side) of|in the (?:middle|heart|depths|corner|ruins|shadow|streets|back) of|on the (?:edge|shores?|banks?|outskirts|side|roof|deck|steps|brink) of|deep in(?:side)? (?:an?|the)|high above|far below|in the year|year \d{3,4})\b|\b(?:stretching|receding|extending) (?:in)?to the (?:horizon|distance)\b|\b(?:overhead|interior|exterior|surroundings|environment|landscape)$/u,
    confidence: 0.8,
    reason: "tells where",
  },
  {
    facet: "setting",
    says: /^(?:set|located|situated|surrounded|placed) (?:in|on|at|by|against|among|within)\b|\bin the background$|^(?:in the )?background (?:is|of|has|shows)\b/u,
    confidence: 0.85,
    reason: "tells the surroundings",
  },
  {
    facet: "action",
    says: /^(?:about|ready|trying|starting|preparing|eager|unable|forced) to \p{L}|^(?:deep|lost|absorbed|engrossed|immersed) in (?!an?\b|the\b)\p{L}|^(?:busy|asleep|awake|alone|hard at work)\b/u,
    confidence: 0.75,
    reason: "what somebody is at",
  },
  {
    facet: "subject",
    says: /^(?:wearing|dressed in|clad in|clothed in)\b/u,
    confidence: 0.9,
    reason: "what is worn",
  },
];
