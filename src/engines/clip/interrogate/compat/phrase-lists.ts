import type { PhraseList } from "../../phrases/types.js";

/** Where pictures are shown, as clip-interrogator 0.6.0 spells and orders them. */
const SITES = [
  "Artstation",
  "behance",
  "cg society",
  "cgsociety",
  "deviantart",
  "dribble",
  "flickr",
  "instagram",
  "pexels",
  "pinterest",
  "pixabay",
  "pixiv",
  "polycount",
  "reddit",
  "shutterstock",
  "tumblr",
  "unsplash",
  "zbrush central",
] as const;

/**
 * The tables that clip-interrogator 0.6.0 makes of its five lists, which are to be read "verbatim": each artist stands
 * twice, each site four times. Lists of other names are left out; those that are missing are empty.
 */
export function clipInterrogatorLists(lists: readonly PhraseList[]): PhraseList[] {
  const phrases = (name: string): readonly string[] =>
    lists.find((list) => list.name === name)?.phrases ?? [];
  const artists = phrases("artists");
  return [
    {
      name: "artists",
      phrases: [
        ...artists.map((artist) => `by ${artist}`),
        ...artists.map((artist) => `inspired by ${artist}`),
      ],
    },
    ...["flavors", "mediums", "movements"].map((name) => ({ name, phrases: phrases(name) })),
    {
      name: "trendings",
      phrases: [
        ...SITES,
        ...SITES.map((site) => `trending on ${site}`),
        ...SITES.map((site) => `featured on ${site}`),
        ...SITES.map((site) => `${site} contest winner`),
      ],
    },
    { name: "negative", phrases: phrases("negative") },
  ];
}
