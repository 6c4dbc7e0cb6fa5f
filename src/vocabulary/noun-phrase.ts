const PREPOSITIONS: ReadonlySet<string> = new Set(
  "of with without in on at by for from to into onto under over near between behind beside against among around across inside outside through beneath below above along during like as beyond within towards toward amid amidst atop mid aboard during past throughout opposite off underneath alongside".split(
    " ",
  ),
);

/** Words that end a noun phrase by beginning a clause. */
const CLAUSE: ReadonlySet<string> = new Set(
  "that which who whose where while when is are was were has have had stands sits walks runs holds looks wears lies rests flies plays rises says reads shows fills creates casts stretches glows and or but".split(
    " ",
  ),
);

/** Nouns and adjectives in -ing that begin no clause. */
const NOUNS_IN_ING: ReadonlySet<string> = new Set(
  "lighting painting building clothing drawing engraving etching rendering shading evening morning ceiling wing king ring string spring swing thing earring sibling wedding landing racing sailing stained-glass setting railing cutting carving printing string duckling viking gosling styling framing grading ring bling sling living dining dressing boxing wrestling flooring awning clearing plating crossing".split(
    " ",
  ),
);

/** Past participles; one before a preposition ends a noun phrase: "robes | hung with bells". */
const PAST =
  /(?:\p{L}{3}ed|^(?:hung|made|lit|set|worn|torn|strewn|drawn|seen|shown|held|bound|lost|built|cut))$/u;

/** Verbs that tell what somebody does and that are hardly ever nouns in the plural. */
const FINITE: ReadonlySet<string> = new Set(
  "stands sits walks runs lies looks gazes stares leans rides sleeps kneels smiles holds carries wears reads writes plays dances sings eats drinks flies swims jumps climbs waits rests reaches points peers emerges hovers".split(
    " ",
  ),
);

export function isFiniteVerb(word: string | undefined): boolean {
  return word !== undefined && FINITE.has(word);
}

export function isPreposition(word: string | undefined): boolean {
  return word !== undefined && PREPOSITIONS.has(word);
}

/** Whether the word is a verb in -ing, as far as its form tells. */
export function isParticiple(word: string | undefined): boolean {
  return word !== undefined && word.length > 4 && word.endsWith("ing") && !NOUNS_IN_ING.has(word);
}

/**
 * The words of the leading noun phrase: up to the first preposition, clause or participle that goes on
 * ("a woman | standing on a balcony"). The first word always belongs to it.
 */
export function headPhrase(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word, index) => {
    if (index === 0) return false;
    if (PREPOSITIONS.has(word) || CLAUSE.has(word)) return true;
    if (PAST.test(word) && PREPOSITIONS.has(words[index + 1] ?? "")) return true;
    return isParticiple(word) && index < words.length - 1 && isContinuation(words[index + 1]);
  });
  return end === -1 ? words : words.slice(0, end);
}

/** Participles that, before a noun, describe it ("floating islands") or name its kind ("fishing boat"). */
const DESCRIBING: ReadonlySet<string> = new Set(
  "glowing rolling flying floating falling shining burning running flowing sleeping crumbling swirling smiling laughing crying dancing walking standing sitting gleaming sparkling shimmering glittering dripping melting rising blooming growing living dying howling roaring barking towering sprawling winding twisting spinning rotating hovering drifting soaring looming blazing flickering fading peeling rotting decaying rusting weeping wandering traveling flaming raging crashing charging galloping swimming diving jumping leaping bubbling boiling steaming smoking freezing moving cascading trailing billowing waving hanging dangling surrounding matching missing amazing stunning breathtaking terrifying menacing imposing striking captivating enchanting mesmerizing charming haunting relaxing calming soothing inviting piercing sewing washing fishing shopping parking hiking reading riding training working folding rocking ageing aging grinning bustling snarling cackling scowling glaring babbling trembling thriving collapsing sinking emerging rearing prowling scheming brooding snoring purring growling hissing beaming blushing winking frowning weathering cracking creaking gushing thundering pulsing oozing buzzing humming chirping grazing nesting hatching charging marching kneeling crouching squatting reclining levitating blossoming flowering budding wilting withering drooping fraying shrinking warring dueling duelling feuding competing retiring reigning ruling ticking chiming pouncing slithering crawling creeping scuttling galloping trotting bounding".split(
    " ",
  ),
);

/** Whether a participle that stands before a noun describes it instead of acting on it. */
export function describesNoun(word: string): boolean {
  return DESCRIBING.has(word);
}

function isContinuation(word: string | undefined): boolean {
  return (
    word !== undefined &&
    (PREPOSITIONS.has(word) || /^(?:an?|the|his|her|its|their|at|up|down|out|away|back)$/u.test(word))
  );
}
