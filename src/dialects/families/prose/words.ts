/** The small word lists by which the shape of a phrase is told. All lower case. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u));
}

export const DETERMINERS: ReadonlySet<string> = set(`
  a an the this that these those my your his her its our their some any many several few no each every both
  various numerous countless dozens hundreds thousands another either all most everything nothing something anything everyone someone
  one two three four five six seven eight nine ten eleven twelve dozen
`);

/** Determiners that go with a plural. */
export const PLURAL_DETERMINERS: ReadonlySet<string> = set(`
  these those many several few both various numerous countless dozens hundreds thousands all most
  two three four five six seven eight nine ten eleven twelve dozen
`);

export const PREPOSITIONS: ReadonlySet<string> = set(`
  in on at with without under over beneath beside behind by from near inside outside through across between
  against among amongst along around within above below after before during amid amidst atop towards toward
  into onto of for like as featuring throughout beyond past underneath upon via facing
`);

/** Words that stand alone as a place: "outdoors", not "in an outdoors". */
export const PLACE_ADVERBS: ReadonlySet<string> = set(`
  indoors outdoors outside inside underwater underground overhead nearby abroad upstairs downstairs offshore
  backstage midair mid-air
`);

/** Nouns that end like a plural and are none. */
export const SINGULAR_S: ReadonlySet<string> = set(`
  lens glass grass bus cross dress cactus canvas iris atlas gas chaos moss brass mattress fortress princess
  waitress actress goddess compass hippopotamus octopus walrus virus campus circus chess mess boss kiss abyss
  wilderness news lotus hibiscus focus bokeh darkness happiness loneliness sadness stillness softness
  sharpness brightness crispness emptiness canvass headdress duchess business harness cosmos mars venus
`);

export const IRREGULAR_PLURALS: ReadonlySet<string> = set(`
  people children men women mice geese teeth feet cattle police oxen wolves leaves
`);

/** Nouns that take no article in the singular. */
export const MASS_NOUNS: ReadonlySet<string> = set(`
  light lighting sunlight moonlight daylight candlelight firelight starlight lamplight backlight backlighting
  sunshine darkness shade fog mist haze snow rain water smoke ice steam dust sand mud grass foliage vegetation
  bokeh grain noise contrast texture symmetry space framing focus blur photography art artwork architecture
  nature traffic hair skin fur clothing jewelry jewellery furniture food wood metal marble stone paper ink
  gouache charcoal anime manga saturation detail brushwork linework hatching crosshatching shading dithering
  stippling depth-of-field weather sky-light cinematography typography lettering calligraphy calm silence
  nostalgia melancholy tension mystery serenity tranquility tranquillity solitude drama warmth wonder dread
  joy movement motion energy luminosity clarity realism minimalism impressionism expressionism surrealism
  cubism romanticism abstraction noir armor armour glow-light neon graffiti dusk dawn noon midnight twilight
  sunset-light acrylic watercolour-wash lace silk velvet leather denim gold silver bronze copper makeup
  night lava magma coral fire vapor vapour chiaroscuro halftone pointillism impasto sfumato tenebrism
  origami papercraft claymation vaporwave synthwave steampunk cyberpunk solarpunk dieselpunk gothic baroque
  rococo bauhaus brutalism deco nouveau ukiyo-e cottagecore aberration distortion vignetting flare harmony
  sun wind paint brass depth resolution quality condensation moisture dew sunshine heat cold film lipstick jewels anatomy footage scenery wildlife greenery realism futurism fauvism pop-art sepia hour orientation asymmetry illumination
`);

/** Nouns in -ing that name a thing; other -ing words after a noun begin what the noun is doing. */
export const ING_NOUNS: ReadonlySet<string> = set(`
  painting drawing building ring king wing string spring evening morning setting etching engraving rendering
  sibling swing sling being wedding clearing opening crossing railing landing meeting viking duckling ceiling
  thing earring lightning carving offering dwelling awning lighting backlighting shading clothing hatching
  crosshatching framing lettering stippling dithering blackletter sterling hamstring wiring stained-glass
  printing embroidering knitting bedding flooring icing pudding dressing vignetting
`);

/** Of the nouns in -ing, those that can be counted. */
export const COUNTABLE_ING: ReadonlySet<string> = set(`
  painting drawing building ring king wing string spring evening morning setting etching engraving rendering
  sibling swing sling being wedding clearing opening crossing railing landing meeting viking duckling ceiling
  thing earring carving offering dwelling awning hamstring pudding
`);

/** Past participles that begin a phrase such as "lit from behind". */
export const PARTICIPLES: ReadonlySet<string> = set(`
  lit seen shot taken made drawn set built done cut hung torn worn woven spun caught held kept known shown
  framed captured painted rendered bathed inspired surrounded covered photographed viewed illuminated
  backlit sidelit wrapped filled dressed printed
`);

export const ADJECTIVES: ReadonlySet<string> = set(`
  moody serene calm quiet bright dark dim soft hard warm cool cold hot muted vivid vibrant bold subtle minimal
  minimalist maximalist abstract surreal vintage retro modern gritty grainy grungy hazy misty foggy smoky dreamy
  gloomy eerie spooky cozy cosy cheerful joyful playful happy sad lonely tense dramatic epic romantic peaceful
  tranquil mysterious ominous ethereal whimsical nostalgic melancholic intimate lively sunny rainy
  stormy snowy windy cloudy overcast monochrome monochromatic monochromous analogous complementary triadic
  desaturated saturated pastel sepia sharp crisp clean smooth rough rich deep flat shallow wide narrow tall
  symmetrical symmetric asymmetrical centered centred off-center off-centre balanced busy sparse dense simple
  complex ornate intricate delicate detailed photorealistic hyperrealistic realistic stylized stylised painterly
  sketchy loose tight graphic linear high-key low-key mid-key high-contrast low-contrast backlit sidelit silhouetted
  glossy matte shiny pale neutral earthy colorful colourful cinematic gothic baroque impressionist expressionist
  surrealist cubist futurist futuristic brutalist handheld hand-drawn hand-painted low-poly black white grey gray
  professional high-quality award-winning beautiful stunning gorgeous elegant dynamic static natural artificial
  isometric panoramic vertical horizontal diagonal frontal candid posed blurred blurry out-of-focus in-focus
  weathered worn textured layered luminous glowing radiant shadowy harsh diffuse diffused even gentle strong
  faint young old big small large tiny huge little red blue green yellow orange purple pink brown teal golden
  silver fierce proud tired curious lone solitary empty crowded deserted wet dry frozen snow-covered sunlit
  moonlit candlelit rustic rural urban ancient new tonal duotone opulent lush verdant weightless timeless
  cluttered uncluttered cropped tilted uplifting inviting relaxing soothing haunting foreboding brooding
  exciting striking captivating soft-focus sun-drenched
`);

/** Words in -ic, -al, -ive and the like that are nouns after all. */
export const NOT_ADJECTIVES: ReadonlySet<string> = set(`
  music magic comic graphic mosaic fabric picnic attic clinic mechanic arctic traffic logic topic panic relic
  animal metal crystal festival cathedral signal pedal hospital charcoal coral petal opal medal mural journal
  portal canal mammal carnival capital material terminal professional individual goal coal meal seal owl
  perspective archive olive detective native motive dive hive
  seed bed weed shed bird acrylic ceramic aspic epic-scale plastic interior exterior
`);

const ADJECTIVE_ENDINGS = /(?:ic|ical|ous|ful|less|esque|istic|ish|ive|ary|able|ible|like|ized|ised|ated)$/u;

export const COLOURS: ReadonlySet<string> = set(`
  red orange yellow green blue purple pink brown black white grey gray teal cyan magenta violet indigo maroon navy
  olive lime turquoise aqua coral salmon crimson scarlet burgundy ruby amber gold golden silver bronze copper rust
  ochre sienna umber tan beige cream ivory sand khaki chocolate coffee charcoal slate ash smoke pearl mint jade
  emerald forest moss sage lavender lilac mauve plum peach apricot rose fuchsia mustard lemon sky azure cobalt
  sapphire cerulean denim steel pewter taupe terracotta vermilion wine brick buff ebony onyx snow bone
  midnight peacock aubergine raspberry cherry tangerine honey straw fern pine seafoam periwinkle blush graphite
`);

/** Nouns that say how a picture was made and can be counted: "an oil painting". */
export const PICTURE_NOUNS: ReadonlySet<string> = set(`
  photograph photo picture image painting drawing sketch illustration render rendering print poster engraving
  etching woodcut linocut lithograph watercolor watercolour portrait screenshot still frame collage mosaic
  sculpture comic cartoon fresco mural icon logo diagram map blueprint selfie snapshot polaroid daguerreotype
  cyanotype tintype negative scan model figurine miniature tapestry quilt embroidery card cover advertisement
  infographic wallpaper silhouette montage composite animation pastel shot artwork scene screencap
  storyboard caricature miniature cutout study
`);

/** Materials: a work is done in them. */
export const MATERIALS: ReadonlySet<string> = set(`
  oil oils acrylic acrylics gouache charcoal ink pencil graphite pastel pastels crayon crayons tempera canvas
  chalk pen marker markers encaustic conte clay bronze marble wood paper felt wool
`);

/** Heads that belong to a figure rather than stand beside it: "with long hair". */
export const ATTRIBUTE_HEADS: ReadonlySet<string> = set(`
  hair eyes eye skin face smile beard mustache moustache hat cap dress uniform shirt jacket coat ears tail wings
  horns gloves boots shoes glasses sunglasses necklace earrings scarf armor armour freckles expression makeup
  hands legs arms lips ponytail braid braids twintails bangs suit skirt robe cloak cape hood fur feathers
  tattoo tattoos crown helmet mask belt apron kimono sweater hoodie lipstick nails headband ribbon bow shorts pants jeans socks stockings
  collar tie choker backpack jewelry jewellery sandals veil goggles whiskers antlers mane
`);

export const FINITE_VERBS: ReadonlySet<string> = set(`
  is are was were has have sits stands lies walks runs looks holds hangs shows features depicts plays rides wears
  carries flies glows shines rises reads sleeps eats swims floats rests leans grows covers fills stretches jumps
  overlooks gazes stares smiles dances falls drifts emerges appears reaches rolls climbs drives sails casts
  surrounds illuminates lights watches waits leaps crosses descends spills pours
`);

export function isAdjective(word: string): boolean {
  if (NOT_ADJECTIVES.has(word)) return false;
  return (
    ADJECTIVES.has(word) ||
    /-(?:free|toned|colored|coloured|lit|key|inspired|style)$/u.test(word) ||
    (word.length > 5 && ADJECTIVE_ENDINGS.test(word))
  );
}

export function isPlural(noun: string): boolean {
  if (IRREGULAR_PLURALS.has(noun)) return true;
  return noun.length > 3 && noun.endsWith("s") && !/(?:ss|us|is|'s)$/u.test(noun) && !SINGULAR_S.has(noun);
}

export function isMass(noun: string): boolean {
  if (MASS_NOUNS.has(noun)) return true;
  if (noun.endsWith("ing")) return ING_NOUNS.has(noun) ? !COUNTABLE_ING.has(noun) : noun.length > 4;
  return noun.length > 5 && /(?:ness|ism|graphy|wear|light)$/u.test(noun);
}
