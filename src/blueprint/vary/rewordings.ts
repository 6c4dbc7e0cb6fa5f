/** Words that can stand for each other inside a phrase without changing what it shows; our own list. */
const SAME_ROLE: readonly (readonly string[])[] = [
  ["light", "illumination"],
  ["lighting", "illumination"],
  ["colors", "tones", "hues"],
  ["palette", "color scheme"],
  ["style", "aesthetic", "manner"],
  ["background", "backdrop"],
  ["detailed", "intricate", "elaborate"],
  ["details", "fine touches"],
  ["dramatic", "striking", "theatrical"],
  ["soft", "gentle", "mellow"],
  ["bright", "luminous", "radiant"],
  ["glowing", "luminous", "shining"],
  ["dim", "faint", "subdued"],
  ["warm", "honeyed"],
  ["cold", "icy", "chilly"],
  ["old", "aged", "elderly"],
  ["weathered", "timeworn", "worn"],
  ["ruined", "crumbling", "derelict"],
  ["abandoned", "deserted", "forsaken"],
  ["empty", "deserted", "vacant"],
  ["quiet", "hushed", "silent"],
  ["calm", "serene", "tranquil"],
  ["peaceful", "serene", "restful"],
  ["mysterious", "enigmatic", "cryptic"],
  ["eerie", "uncanny", "haunting"],
  ["beautiful", "lovely", "gorgeous"],
  ["elegant", "graceful", "refined"],
  ["huge", "enormous", "colossal"],
  ["giant", "colossal", "gigantic"],
  ["large", "big", "sizable"],
  ["small", "little", "petite"],
  ["tiny", "diminutive", "miniature"],
  ["tall", "towering", "lofty"],
  ["narrow", "slim", "cramped"],
  ["busy", "bustling", "lively"],
  ["crowded", "packed"],
  ["messy", "untidy", "disordered"],
  ["rough", "coarse", "rugged"],
  ["smooth", "even", "polished"],
  ["shiny", "gleaming", "lustrous"],
  ["wet", "rain-slick", "damp"],
  ["foggy", "mist-veiled", "fogbound"],
  ["city", "metropolis", "urban landscape"],
  ["town", "settlement", "small city"],
  ["street", "road", "avenue"],
  ["alley", "back street", "lane"],
  ["house", "home", "dwelling"],
  ["cottage", "small house", "cabin"],
  ["castle", "fortress", "citadel"],
  ["forest", "woodland", "woods"],
  ["mountain", "peak", "summit"],
  ["mountains", "peaks", "summits"],
  ["sea", "ocean", "open water"],
  ["beach", "shore", "seashore"],
  ["river", "stream", "waterway"],
  ["field", "meadow", "open land"],
  ["hill", "hillside", "rise"],
  ["path", "trail", "footpath"],
  ["room", "chamber", "interior"],
  ["woman", "lady", "female figure"],
  ["man", "gentleman", "male figure"],
  ["child", "kid", "youngster"],
  ["warrior", "fighter", "combatant"],
  ["soldier", "trooper", "infantryman"],
  ["wizard", "sorcerer", "mage"],
  ["robot", "automaton", "machine being"],
  ["spaceship", "starship", "spacecraft"],
  ["car", "automobile", "motorcar"],
  ["boat", "vessel", "small craft"],
  ["kitten", "young cat", "baby cat"],
  ["puppy", "young dog", "pup"],
  ["horse", "steed"],
  ["holding", "clasping", "gripping"],
  ["wearing", "dressed in", "clad in"],
  ["walking", "strolling", "striding"],
  ["running", "sprinting", "dashing"],
  ["sitting", "seated", "resting"],
  ["standing", "upright", "poised"],
  ["looking", "gazing", "peering"],
  ["smiling", "beaming", "grinning"],
  ["sleeping", "asleep", "slumbering"],
  ["fighting", "battling", "in combat"],
  ["flying", "soaring", "in flight"],
  ["reflections", "mirrored light", "mirror images"],
  ["clouds", "cloud cover", "cloud banks"],
  ["stormy", "tempestuous", "storm-tossed"],
  ["vintage", "retro", "old-time"],
  ["vibrant", "vivid", "lively"],
  ["muted", "restrained", "subdued"],
  ["dark", "shadowy", "somber"],
  ["composition", "arrangement", "layout"],
  ["portrait", "likeness", "study"],
  ["view", "vista", "outlook"],
];

const OTHERS: ReadonlyMap<string, readonly string[]> = new Map(
  SAME_ROLE.map(([first = "", ...others]) => [first, others] as const),
);

function alike(from: string, to: string): string {
  return /^\p{Lu}/u.test(from) ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}

/**
 * Other wordings of a phrase, one word exchanged in each, in order of the words; none when it has no word that is
 * known. "an" and "a" follow the new word.
 */
export function rewordings(text: string): string[] {
  const wordings: string[] = [];
  for (const match of text.matchAll(/[\p{L}][\p{L}-]*/gu)) {
    for (const other of OTHERS.get(match[0].toLowerCase()) ?? []) {
      const before = text
        .slice(0, match.index)
        .replace(
          /\b([Aa])n?(\s+)$/u,
          (_, a: string, gap: string) => `${a}${/^[aeiou]/.test(other) ? "n" : ""}${gap}`,
        );
      wordings.push(`${before}${alike(match[0], other)}${text.slice(match.index + match[0].length)}`);
    }
  }
  return wordings;
}
