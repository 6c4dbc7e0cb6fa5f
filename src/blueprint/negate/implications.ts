interface Implication {
  readonly says: RegExp;
  /** What a picture shows as well when a phrase of it says this. */
  readonly implies: readonly string[];
}

/** What goes along with what is said, so that an exclusion does not hit it by the back door. */
export const IMPLICATIONS: readonly Implication[] = [
  {
    says: /\b(?:photo\w*|polaroid|snapshot|film still|shot on|kodak|fujifilm|\d{2,3} ?mm)\b/,
    implies: ["photograph", "photorealistic", "realistic"],
  },
  { says: /\bphoto-?realis\w*\b/, implies: ["photograph", "realistic"] },
  {
    says: /\b(?:anime|manga|comic|cartoon|cel[- ]shad\w*|chibi|graphic novel)\b/,
    implies: ["illustration", "drawing", "cartoon", "anime", "line art"],
  },
  {
    says: /\b(?:illustrat\w*|storybook|children's book|concept art|vector|flat design|digital art|digital painting)\b/,
    implies: ["illustration", "drawing", "painting"],
  },
  {
    says: /\b(?:oil|watercolou?r|gouache|acrylic|tempera|fresco|impasto|impressionis\w*|paint\w*|brush ?strokes?)\b/,
    implies: ["painting", "illustration"],
  },
  {
    says: /\b(?:sketch\w*|drawing|drawn|ink|charcoal|graphite|pencil|crayon|line ?art|etching|woodcut)\b/,
    implies: ["drawing", "sketch", "illustration"],
  },
  {
    says: /\b(?:3d|cgi|render\w*|octane|unreal engine|blender|low[- ]poly|voxel|claymation|isometric)\b/,
    implies: ["3d render", "cgi", "plastic skin"],
  },
  { says: /\bpixel ?art\b|\b8[- ]bit\b/, implies: ["pixelated", "low resolution", "illustration"] },
  {
    says: /\b(?:glitch\w*|vhs|datamosh\w*|vaporwave|lo-?fi|surreal\w*|distort\w*|warped|fisheye|kaleidoscop\w*)\b/,
    implies: ["distorted", "jpeg artifacts", "low quality", "noise"],
  },
  {
    says: /\b(?:bokeh|blur\w*|soft focus|out of focus|defocus\w*|dreamy|long exposure|tilt[- ]shift|shallow)\b/,
    implies: ["blurry", "out of focus", "lens blur"],
  },
  {
    says: /\b(?:grain\w*|noisy|noise|35mm|analog|vintage|film still|polaroid|high iso)\b/,
    implies: ["noise", "film grain", "grainy"],
  },
  {
    says: /\b(?:text|letter\w*|writing|written|words?|caption\w*|typograph\w*|signs?|signage|signboard|billboard|poster|newspaper|book cover|magazine|title|label|menu|graffiti|calligraph\w*|speech bubble|comic|infographic|meme)\b/,
    implies: ["text", "lettering", "caption", "words"],
  },
  { says: /\b(?:logos?|brand\w*|emblem|trademark|badge)\b/, implies: ["logo", "text"] },
  { says: /\b(?:signature|signed|autograph\w*)\b/, implies: ["signature"] },
  {
    says: /\b(?:polaroid|framed|picture frame|border\w*|vignette|passe-partout|tarot card|playing card|postcard|stamp)\b/,
    implies: ["border", "frame"],
  },
  {
    says: /\b(?:wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|kids?|person|people|humans?|couple|crowd\w*|portrait|lady|soldier|\d(?:girl|boy)s?)\b/,
    implies: ["people", "person", "human"],
  },
  { says: /\b(?:crowd\w*|festival|audience|parade|concert)\b/, implies: ["crowd", "crowded"] },
  {
    says: /\b(?:monsters?|mutants?|zombies?|undead|creatures?|aliens?|demons?|eldritch|body horror|grotesque|many[- ]armed|multi-?armed|tentac\w*|chimera|disfigured|scarred)\b/,
    implies: ["disfigured", "extra limbs", "extra fingers", "bad anatomy", "bad proportions", "bad hands"],
  },
  {
    says: /\b(?:caricature|chibi|stylized|picasso|cubis\w*|amput\w*|prosthetic)\b/,
    implies: ["bad proportions", "bad anatomy", "missing fingers", "extra limbs"],
  },
  { says: /\b(?:crop\w*|close-?up|macro|headshot)\b/, implies: ["cropped", "out of frame"] },
  {
    says: /\b(?:dirty|messy|clutter\w*|busy|maximalis\w*|crowded)\b/,
    implies: ["clutter", "busy background"],
  },
  { says: /\b(?:sun(?:ny|light|lit|shine|beams?)?|direct light)\b/, implies: ["sunlight", "sun"] },
  {
    says: /\b(?:night\w*|dark\w*|shadow\w*|low[- ]key|silhouett\w*|noir|gloom\w*)\b/,
    implies: ["dark", "shadows"],
  },
  {
    says: /\b(?:colou?rs?|colou?rful|vivid|vibrant|red|orange|yellow|green|teal|blue|purple|pink|neon)\b/,
    implies: ["color"],
  },
];
