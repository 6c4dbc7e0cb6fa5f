import { wordsOf } from "./overlap.js";

/**
 * What detectors and the perception model call things, and narrower or other words of people for the same. Written
 * for the nouns that they know.
 */
const KINDS: { readonly [noun: string]: string } = {
  person:
    "people man men woman women boy girl child children kid baby toddler teenager lady gentleman guy couple crowd group family friend team audience spectator pedestrian passenger tourist visitor worker farmer fisherman soldier sailor knight warrior samurai ninja wizard witch king queen prince princess monk nun priest dancer ballerina singer musician guitarist violinist pianist drummer actor actress model runner jogger athlete player swimmer surfer skier snowboarder skateboarder climber hiker cyclist biker rider jockey cowboy driver pilot astronaut diver firefighter nurse doctor teacher student chef cook waiter waitress barista vendor seller shopkeeper bride groom mother father grandmother grandfather sister brother portrait selfie figure silhouette protester police officer guard artist painter photographer",
  dog: "puppy pup hound retriever labrador terrier spaniel poodle collie shepherd bulldog beagle dachshund husky corgi pug dalmatian rottweiler doberman chihuahua mastiff setter pointer schnauzer malamute samoyed whippet greyhound boxer maltese pomeranian",
  cat: "kitten kitty tabby tomcat siamese persian feline",
  bird: "sparrow robin eagle hawk falcon owl parrot macaw pigeon dove seagull gull crow raven magpie duck goose swan heron crane stork pelican flamingo penguin peacock hummingbird woodpecker kingfisher finch canary rooster hen chicken turkey ostrich puffin jay cardinal toucan cockatoo vulture",
  horse: "pony foal mare stallion mustang colt",
  sheep: "lamb ram ewe",
  cow: "bull ox oxen calf cattle bison buffalo",
  bear: "grizzly panda",
  car: "sedan coupe convertible roadster limousine hatchback wagon suv taxi cab jeep van minivan racer automobile",
  truck: "lorry pickup van",
  bus: "coach minibus trolleybus",
  train: "locomotive tram streetcar railway railcar subway metro",
  boat: "ship sailboat yacht canoe kayak ferry gondola rowboat dinghy catamaran barge speedboat schooner liner raft vessel",
  airplane: "plane aircraft jet airliner biplane jumbojet",
  bicycle: "bike tandem",
  motorcycle: "motorbike moped scooter",
  chair: "armchair stool throne rocker",
  couch: "sofa loveseat settee",
  bed: "bunk cot crib",
  "dining table": "table desk",
  cup: "mug teacup espresso cappuccino latte coffee",
  bottle: "flask carafe",
  "potted plant": "plant houseplant bonsai cactus fern",
  tv: "television monitor screen display",
  laptop: "notebook computer",
  "cell phone": "phone smartphone",
  clock: "watch alarm",
  umbrella: "parasol",
  "traffic light": "signal",
  "sports ball": "ball football basketball baseball volleyball tennis",
  "wine glass": "goblet chalice",
  "teddy bear": "teddy",
  book: "novel comic",
  coast: "sea seashore seaside shore shoreline beach ocean cliff bay cove harbor harbour coastline",
  mountain: "peak summit volcano alp alps ridge hill cliff",
  forest: "wood woodland jungle grove rainforest bamboo trees",
  street: "alley road avenue lane boulevard square",
  desert: "dune dunes sand sahara",
  building: "skyline skyscraper tower city downtown palace church cathedral",
  glacier: "ice snow iceberg arctic winter",
};

/** The kinds that a word names itself, or narrows. */
const KINDS_OF: ReadonlyMap<string, readonly string[]> = (() => {
  const kinds = new Map<string, string[]>();
  for (const [noun, narrower] of Object.entries(KINDS)) {
    const [last = noun] = wordsOf(noun).slice(-1);
    for (const word of [last, ...wordsOf(narrower)]) kinds.set(word, [...(kinds.get(word) ?? []), noun]);
  }
  return kinds;
})();

/** Words of number and company around a noun: "a group of people". */
const COUNTS: ReadonlySet<string> = new Set(
  "one two three four five six seven eight nine ten several many some few group crowd pair dozen".split(" "),
);

/** The nouns that a phrase may turn on: of "two golden retrievers", "golden" and "retriever". */
export function nounsOf(text: string): string[] {
  return wordsOf(text).filter((word) => !COUNTS.has(word));
}

/** Whether what people say names the same thing as a detector's noun: "golden retriever", "a dog". */
export function namesSame(said: string, noun: string): boolean {
  const saying = nounsOf(said);
  const naming = nounsOf(noun);
  const head = naming.at(-1);
  if (head === undefined) return /\b(?:crowd|group)\b/u.test(noun) && namesSame(said, "person");
  if (naming.every((word) => saying.includes(word))) return true;
  const kinds = KINDS_OF.get(head) ?? [];
  return saying.some((word) => (KINDS_OF.get(word) ?? []).some((kind) => kinds.includes(kind)));
}

/** Whether a phrase is of people. */
export function isOfPeople(text: string): boolean {
  return /\b(?:crowd|group)\b/u.test(text) || namesSame(text, "person");
}
