import type { Facet } from "../blueprint/facets.js";
import { find, findEnd, isKnownWord } from "./lookup.js";
import { headPhrase, isPreposition } from "./noun-phrase.js";
import type { Perhaps } from "./rules.js";
import type { Vocabulary } from "./vocabulary.js";

/** Parts of a body and what moves with it. */
const LIMB =
  "hair|eyes?|eyelids|mouth|lips|arms?|hands?|fingers|fists?|palms|elbows|legs?|knees|feet|foot|toes|head|face|chin|back|shoulders?|body|wings?|tails?|ears|cape|cloak|scarf|coat|skirt|dress|robes?|sword|swords|weapons?|guns?|blade|bow|tongue|teeth|jaw|brow|brows|eyebrows|claws|paws|fur|mane";
const STATE =
  "\\p{L}{2,}ing|\\p{L}{2,}ed|wide|open|shut|closed|half|agape|akimbo|drawn|thrown|held|raised|spread|bent|bared|crossed|apart|together|back|forward|out|up|down|behind|above|over|against|on|in mid";
const LIMB_MOVES = new RegExp(
  `^(?:(?:both|one|long|his|her|their|its) )?(?:${LIMB}) (?:half |wide |slightly |tightly |fully |gently )?(?:${STATE})\\b`,
  "u",
);
const DRESSED =
  /^\S+ (?:tied|styled|dyed|braided|combed|painted|covered|tattooed|adorned|decorated|made|colored|held|with|in)\b|^hands? (?:stitched|made|drawn|carved|crafted|woven|knitted|blown|written|sewn|painted)\b/u;

/** "fists clenched", "cape billowing behind him": a part of somebody and what it does. */
export function fromLimb(key: string): Perhaps {
  if (!LIMB_MOVES.test(key) || DRESSED.test(key)) return undefined;
  return { facet: "action", confidence: 0.75, reason: "a part of a body and what it does" };
}

/** Last words that say less than what stands before them: "hopeful tone", "gothic look". */
const WEAK: ReadonlySet<string> = new Set(
  "tone tones look looks feel feeling quality note notes touch effect effects energy element elements theme themes aspect character tonality treatment finish".split(
    " ",
  ),
);

/** A weak noun takes the facet of the mood, the style, the light or the making before it. */
export function fromWeakHead(words: readonly string[], vocabulary: Vocabulary): Perhaps {
  if (words.length < 2 || !WEAK.has(words.at(-1) ?? "")) return undefined;
  const before = findEnd(words.slice(0, -1), "last", vocabulary)?.entry.facet;
  if (before === undefined || before === "subject" || before === "setting" || before === "action") {
    return undefined;
  }
  return { facet: before, confidence: 0.75, reason: `"${words.at(-1)}" is of what stands before it` };
}

/** Words among colors that change nothing: "mostly black with gold accents". */
const AROUND_COLORS: ReadonlySet<string> = new Set(
  "mostly mainly predominantly all only and or with on of in to into against hint hints a the touch splash splashes pops pop accent accents highlights dominant deep pale light dark bright soft muted dusty dusky rich warm cool cold hot faded burnt powder electric acid royal baby forest midnight bold plain tone tones tinted toned hue hues color colors colour colours colored coloured palette scheme".split(
    " ",
  ),
);

/** "sage, sand and terracotta", "black with gold accents": colors and nothing else. */
export function fromColors(key: string, vocabulary: Vocabulary): Perhaps {
  const words = key.split(/[\s,/&+]+/u).filter((word) => word !== "");
  if (words.length < 2 || words.length > 10) return undefined;
  const isColor = (word: string): boolean => find(word, vocabulary)?.facet === "palette";
  const colors = words.filter(isColor).length;
  const listed = /[,/&]| and | with /u.test(key);
  if (colors === 0) return undefined;
  const strange = words.filter((word) => !isColor(word) && !AROUND_COLORS.has(word)).length;
  if (strange > 0 && !(listed && strange === 1 && colors >= 2)) return undefined;
  return { facet: "palette", confidence: strange > 0 ? 0.65 : 0.8, reason: "names colors only" };
}

const WORKED =
  /^(?:(?:hand|finely|heavily|roughly|badly|deeply|lightly) )?(?:chipped|cracked|scratched|peeling|peeled|brushed|polished|hammered|stitched|woven|carved|etched|engraved|weathered|worn|rusted|rusty|tarnished|frayed|torn|ragged|faded|pitted|scuffed|corroded|crumpled|wrinkled|creased|pleated|quilted|embroidered|inlaid|gilded|lacquered|varnished|oiled|burnished|beaten|cut|bevelled|beveled|glazed|crackled|stained|rough|smooth|coarse|grained|matte|glossy|wet|delicate|fine|visible|subtle|tiny|raised|crisp) /u;

/** "chipped paint", "hand-stitched leather": how a surface was worked. */
export function fromSurface(words: readonly string[], vocabulary: Vocabulary): Perhaps {
  const head = headPhrase(words);
  if (head.length < 2 || !WORKED.test(`${head.join(" ")} `)) return undefined;
  const facet = findEnd(head, "last", vocabulary)?.entry.facet;
  if (facet !== "detail" && facet !== undefined) return undefined;
  if (facet === undefined && head.length > 3) return undefined;
  return {
    facet: "detail",
    confidence: facet === undefined ? 0.5 : 0.75,
    reason: "how a surface was worked",
  };
}

const THINGS: ReadonlySet<Facet> = new Set(["subject", "action", "setting"]);

/** A phrase that opens with known words: "neon lights everywhere", "standing proud". */
export function fromStart(words: readonly string[], vocabulary: Vocabulary): Perhaps {
  const found = findEnd(words, "first", vocabulary);
  if (found === undefined || found.words * 2 < words.length) return undefined;
  const { facet } = found.entry;
  const describes = found.words === 1 && !THINGS.has(facet) && words.length > 1;
  if (describes)
    return { facet: "subject", confidence: 0.4, reason: `"${words[0]}" describes what is not known` };
  return { facet, confidence: 0.5, reason: `opens with "${words.slice(0, found.words).join(" ")}"` };
}

const NAME = /^\p{Script=Latin}[\p{Script=Latin}.']+(?: \p{Script=Latin}[\p{Script=Latin}.']*){1,3}$/u;

/** Adjectives of things: age, size, make, origin, state. */
const OF_THINGS =
  /^(?:old|ancient|antique|vintage|young|elderly|ageing|aging|little|small|tiny|big|large|huge|giant|gigantic|colossal|enormous|miniature|baby|wooden|wood|stone|brass|bronze|iron|steel|copper|silver|golden|gold|glass|ceramic|porcelain|clay|paper|cardboard|plastic|rubber|leather|woollen|woolen|wool|cotton|silk|velvet|linen|knitted|crocheted|wicker|marble|jade|ivory|crystal|rusty|rusted|broken|dented|cute|fat|chubby|pudgy|skinny|tall|short|round|square|wild|domestic|fluffy|furry|hairy|armored|armoured|mechanical|robotic|cybernetic|electric|humanoid|anthropomorphic|mythical|legendary|fierce|grumpy|happy|sad|angry|lone|single|two|three|four|five|several|fresh|ripe|grilled|roasted|baked|fried|stuffed|toy|male|female|african|american|asian|arab|british|chinese|dutch|english|european|french|german|greek|indian|irish|italian|japanese|korean|mexican|norse|polish|persian|roman|russian|scottish|spanish|swedish|turkish|victorian|medieval|\p{L}+ (?:shaped|legged|winged|headed|haired|eyed|faced|sized))$/u;

/** Things and names that the vocabulary does not hold: "red cube", "jane doe". */
export function fromUnknown(words: readonly string[], vocabulary: Vocabulary): Perhaps {
  const last = words.at(-1) ?? "";
  if (words.length < 2 || words.length > 5 || words.some(isPreposition)) return undefined;
  const before = words.slice(0, -1);
  const known = isKnownWord(last, vocabulary);
  if (!known && /^\p{L}{3,}(?:er|or|ist|man|woman|men|women|smith|eer|monger|wright)s?$/u.test(last)) {
    return { facet: "subject", confidence: 0.5, reason: `"${last}" has the form of who does something` };
  }
  if (!known && /(?:ed|ly|ing|ish|ous|ful|less|able|ic|y)$/u.test(last) === false) {
    if (before.every((word) => find(word, vocabulary)?.facet === "palette")) {
      return { facet: "subject", confidence: 0.5, reason: "a color and a thing" };
    }
    if (before.some((word) => OF_THINGS.test(word) || find(word, vocabulary)?.facet === "subject")) {
      return { facet: "subject", confidence: 0.5, reason: `"${last}" is described as a thing` };
    }
  }
  const strange = words.filter((word) => !isKnownWord(word, vocabulary)).length;
  if (!NAME.test(words.join(" ")) || strange * 2 <= words.length) return undefined;
  return { facet: "subject", confidence: 0.4, reason: "hardly a known word: perhaps a name" };
}
