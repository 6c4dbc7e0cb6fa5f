const EXTENSION =
  /\.(?:jpe?g|jfif|png|webp|avif|gif|tiff?|bmp|svg|hei[cf]|jxl|psd|raw|dng|cr[23]|nef|arw|orf|rw2|raf|pef|srw)$/iu;
const UUID = /[0-9a-f]{8}[-_ ]?[0-9a-f]{4}[-_ ]?[0-9a-f]{4}[-_ ]?[0-9a-f]{4}[-_ ]?[0-9a-f]{12}/iu;

/** Midjourney: the account, the prompt's first words, an id, the number in the grid. */
const MIDJOURNEY = new RegExp(`^[^_]+_(.+?)_${UUID.source}(?:_\\d)?$`, "iu");
const DALLE = /^DALL[·.-]?E[ _]\d{4}-\d{2}-\d{2}[ _]\d{2}\.\d{2}\.\d{2}(?:[ _]-[ _])?/u;

/** Names that devices, programs and sites give; the words in them say nothing of the picture. */
const MECHANICAL: readonly RegExp[] = [
  /^_?(?:img|dsc[nfip]?|dscf|mvi|mvimg|pxl|gopr|gp|dji|sam|cimg|hpim|imgp|pict|pano|burst|win|vid|sdc|dcp|kif|imag|mg|dsf|fb|eos|crw|hdr|p|s|l|r|g|c|a|x|kic|ricoh|image|photo|scan|bild|foto|imagen|pic|picture|file|frame|sample|page|slide|untitled|asset|layer|render|output|out|result|test|temp|tmp|ezgif|unnamed|download)?[-_ ]*[a-z]?\d[\d\-_. :()x]*(?:~\d+|[a-z])?$/iu,
  /screen[-_ ]?(?:shot|grab|cap|clip)|bildschirmfoto|captura|capture[-_ ]d|schermata|schermafbeelding|zrzut|skärmbild|スクリーンショット|截屏|截图|скриншот/iu,
  /whatsapp|telegram|^signal[-_ ]|messenger|snapchat|instagram|^received[-_]|^viber|^line[-_]album|^mmexport|wechat|^fb[-_]img|^photo[-_]\d|facebook|tiktok|pinterest|twitter/iu,
  /comfy|a1111|automatic1111|novel[-_ ]?ai|invoke[-_ ]?ai|swarm[-_ ]?ui|fooocus|stable[-_ ]?diffusion|midjourney|dall[-_ ·.]?e\b|chat[-_ ]?gpt|gemini|firefly|^leonardo[-_]|ideogram|txt2img|img2img|^grid[-_]|generated|^sdxl|^flux[-_]\d|civitai|^z-image/iu,
  /unsplash|pexels|shutterstock|istock|gettyimages|adobe[-_ ]?stock|depositphotos|dreamstime|^stock[-_]photo|alamy/iu,
  /^(?:data|blob|https?):|^-$|^std-?in$|^standard[-_ ]input$|^buffer$|^bytes$|^image\.?$|^vlcsnap|^capture$/iu,
];

/** Words about the file, not the picture. */
const FILE_WORDS: ReadonlySet<string> = new Set(
  "final copy copia kopie edit edited draft version ver rev thumb thumbnail preview resized resize min web hires lowres hi res scaled cropped crop export exported backup bak untitled unnamed img image images picture pictures photo photos pic pics file files download downloads original orig mod modified fixed test tests testing sample samples example examples demo input output out in result results temp tmp asdf qwerty foo bar baz avatar profile cover banner header footer asset assets upload uploads upscaled upscale enhanced retouched compressed optimized converted jpeg jpg png webp gif tiff bmp raw psd svg heic ok foto bild imagen immagine page scan scanned scaled print dsc img dscn pixabay flickr wikimedia commons the a an and of seed steps cfg unknown none null undefined".split(
    " ",
  ),
);
/** Words that tell versions apart when they stand last, and things when they stand before them. */
const ENDINGS: ReadonlySet<string> = new Set(
  "new old small large big medium good best latest last first".split(" "),
);
const LINKS: ReadonlySet<string> = new Set("the a an and of in on at with by for to from".split(" "));
const CALENDAR =
  /^(?:jan(?:uary)?|feb(?:ruary)?|march|april|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?$/iu;

const MOST_WORDS = 12;

/** Words with a figure in them: "3d", "1920s", "8bit", "2girls". */
const FIGURES = /^(?:\d{1,4}(?:s|mm|d)|(?:8|16|32)bit|\d(?:girl|boy)s?)$/iu;

/** Machine-made parts: numbers, sizes, versions, hashes. */
function isCode(token: string): boolean {
  if (FIGURES.test(token)) return false;
  if (/^\d+$|^v(?:er)?\d+$|^\d+x\d+$|^\d+(?:px|k|p|w|h|mp|dpi|st|nd|rd|th)?$|^r?\d+[a-z]?$/iu.test(token))
    return true;
  if (/^[0-9a-f]{8,}$/iu.test(token) && /\d/u.test(token)) return true;
  return /\d/u.test(token) && /\p{L}/u.test(token);
}

/** Whether letters make a word: Latin ones need a vowel and no pile of consonants. */
function isWord(token: string): boolean {
  if (/^a$|^\p{Script=Han}+$/iu.test(token) || FIGURES.test(token)) return true;
  if (!/^\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*$/u.test(token))
    return /^[\p{L}\p{M}'’]{2,}$/u.test(token);
  const plain = token.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return /[aeiouyæøœ]/u.test(plain) && !/[bcdfghjklmnpqrstvwxz]{6}/u.test(plain) && plain.length >= 2;
}

function tokensOf(name: string): string[] {
  return name
    .replace(/(?<=[\p{Ll}])(?=\p{Lu}\p{Ll})/gu, " ")
    .replace(/(?<=\p{Ll}{3})(?=\d)|(?<=\d)(?=\p{Lu}\p{Ll}{2})/gu, " ")
    .split(/[\s\-_.,+~()[\]{}#&=@!;–—]+/u)
    .filter((token) => token !== "");
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function baseName(path: string): string {
  let name = path.split(/[\\/]/u).at(-1) ?? "";
  while (EXTENSION.test(name)) name = name.replace(EXTENSION, "");
  return decoded(name).normalize("NFC").trim();
}

/** Two letters in a row of capitals and small ones at random: "aXbKqZw". */
function isScrambled(name: string): boolean {
  return (
    /^[\w-]{6,}$/u.test(name) && (name.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0) >= 3 && !/\p{Ll}{3}/u.test(name)
  );
}

/** Whether a device or a program gave the name. */
export function isMechanicalName(name: string): boolean {
  return MECHANICAL.some((made) => made.test(name)) || isScrambled(name);
}

/**
 * The words of a file name that somebody chose for what is in the picture: "golden-retriever-2.jpg" gives "golden
 * retriever". Nothing for names that devices and programs give, and for words that only tell versions apart.
 */
export function wordsOfFileName(path: string): string | undefined {
  if (/^(?:data|blob):/iu.test(path)) return undefined;
  const whole = baseName(path.slice(-255));
  const prompted = MIDJOURNEY.exec(whole)?.[1] ?? (DALLE.test(whole) ? whole.replace(DALLE, "") : undefined);
  const name = prompted ?? whole.replace(UUID, " ");
  if (prompted === undefined && isMechanicalName(name)) return undefined;
  const tokens = tokensOf(name).filter((token) => !isCode(token) && isWord(token) && !CALENDAR.test(token));
  const told = tokens.filter(
    (token) => !FILE_WORDS.has(token.toLowerCase()) || LINKS.has(token.toLowerCase()),
  );
  while (LINKS.has(told[0]?.toLowerCase() ?? "") || told[0]?.toLowerCase() === "my") told.shift();
  const trails = (word: string): boolean => LINKS.has(word) || ENDINGS.has(word);
  while (trails(told.at(-1)?.toLowerCase() ?? "")) told.pop();
  const strong = told.some((token) => token.length >= 3 || /\P{Script=Latin}/u.test(token));
  if (!strong || told.length > MOST_WORDS) return undefined;
  const text = told.join(" ");
  const asWritten = /[\s\-_.]/u.test(name) && text !== text.toUpperCase();
  return asWritten || !/\p{Script=Latin}/u.test(text) ? text : text.toLowerCase();
}
