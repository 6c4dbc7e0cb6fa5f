import { clamp } from "../../base/number.js";
import type { Random } from "../../base/random.js";
import type { Facet } from "../facets.js";
import { meaningOf } from "../meaning.js";
import type { Phrase } from "../poles.js";
import type { Term } from "../types.js";
import type { VariationAxis } from "./axis.js";
import { SWAPPED } from "./axis.js";
import type { Calendar, Moment, Retelling } from "./moment.js";
import { moveTo, SEASONS, TIMES_OF_DAY, tellingTerms } from "./moment.js";
import { rewordings } from "./rewordings.js";
import type { Scene } from "./scene.js";
import { shuffle } from "./shuffle.js";

/** No more phrases of a lexicon are tried than this, so that the time is bounded whatever its size. */
const MOST_TRIED = 80;
/** How often a phrase that can be reworded is. */
const REWORDED = 0.85;

export interface MoveContext {
  readonly lexicon: (facet: Facet) => readonly string[];
  readonly isOpen: (term: Term) => boolean;
  readonly isKept: (facet: Facet) => boolean;
  readonly random: Random;
  /** Phrases and moments that earlier variations took: the others come first. */
  readonly used: ReadonlySet<string>;
}

/** What an axis changed, as words; `took` are the phrases and moments it used. Nothing when it could change nothing. */
export interface Moved {
  readonly words: string;
  readonly took: readonly string[];
}

const MOMENTS: { readonly [A in VariationAxis]?: Calendar } = {
  season: SEASONS,
  "time-of-day": TIMES_OF_DAY,
};

function quote(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(" and ");
}

function tellChange(news: readonly string[], olds: readonly string[]): string {
  return olds.length === 0 ? `${quote(news)} added` : `${quote(news)} instead of ${quote(olds)}`;
}

function freshFirst(items: readonly string[], { random, used }: MoveContext): string[] {
  const shuffled = shuffle(items, random);
  return [...shuffled.filter((item) => !used.has(item)), ...shuffled.filter((item) => used.has(item))];
}

/** A phrase that says when fits terms that say when only if both name the same moment. */
function fitsMoment({ text }: Phrase, terms: readonly Term[]): boolean {
  const lower = text.toLowerCase();
  return [SEASONS, TIMES_OF_DAY].every((calendar) => {
    if (!calendar.tells.test(lower)) return true;
    const moments = calendar.moments.filter(({ says }) => says.test(lower));
    return terms.every((term) => {
      const other = term.text.toLowerCase();
      return (
        term.polarity === "exclude" ||
        !calendar.tells.test(other) ||
        moments.some(({ says }) => says.test(other))
      );
    });
  });
}

function swap(axis: VariationAxis, scene: Scene, context: MoveContext): Moved | undefined {
  const swapped = SWAPPED[axis];
  if (swapped === undefined || context.isKept(swapped.facet)) return undefined;
  const { facet, most } = swapped;
  const olds = scene
    .terms()
    .filter((term) => term.facet === facet && context.isOpen(term) && !scene.isNew(term));
  const texts = olds.map(({ text }) => text);
  const said = new Set(texts.map(meaningOf));
  const restore = scene.mark();
  scene.remove(olds);
  const wanted = clamp(olds.length, 1, most);
  const news: string[] = [];
  for (const text of freshFirst(context.lexicon(facet), context).slice(0, MOST_TRIED)) {
    const phrase = { facet, text };
    if (news.length === wanted) break;
    if (said.has(meaningOf(text)) || !scene.fits(phrase) || !fitsMoment(phrase, scene.terms())) continue;
    const note = olds.length === 0 ? "added" : `instead of ${quote(texts)}`;
    scene.add({ ...phrase, evidence: [{ source: `vary:${axis}`, note }] });
    news.push(text);
  }
  if (news.length > 0) return { words: tellChange(news, texts), took: news };
  restore();
  return undefined;
}

/** Carries a move to a moment out: the phrases it brought. Nothing, the scene as it was, when they do not fit the rest. */
function carryOut(
  axis: VariationAxis,
  scene: Scene,
  context: MoveContext,
  plan: Retelling,
): string[] | undefined {
  const restore = scene.mark();
  const source = `vary:${axis}`;
  const news: string[] = [];
  scene.remove(plan.removed);
  scene.release(plan.reworded.map(({ term }) => term));
  for (const { term, text } of plan.reworded) {
    if (!scene.fits({ facet: term.facet, text })) {
      restore();
      return undefined;
    }
    scene.reword(term, text, source);
    news.push(text);
  }
  const add = (facet: Facet, text: string): void => {
    if (context.isKept(facet) || !scene.fits({ facet, text })) return;
    scene.add({ facet, text, evidence: [{ source, note: `moved to ${plan.moment.name}` }] });
    news.push(text);
  };
  const [light] = freshFirst(plan.moment.lights, context);
  if (light !== undefined) add("lighting", light);
  if (news.length === 0) add("setting", plan.moment.when);
  if (news.length > 0) return news;
  restore();
  return undefined;
}

function moveMoment(axis: VariationAxis, scene: Scene, context: MoveContext): Moved | undefined {
  const calendar = MOMENTS[axis];
  if (calendar === undefined) return undefined;
  const isOpen = (term: Term): boolean => context.isOpen(term) && !scene.isNew(term);
  const telling = tellingTerms(calendar, scene.terms());
  const byName = new Map(calendar.moments.map((moment): [string, Moment] => [moment.name, moment]));
  for (const name of freshFirst([...byName.keys()], context)) {
    const moment = byName.get(name);
    const plan = moment && moveTo(calendar, moment, telling, isOpen);
    if (plan === undefined) continue;
    const news = carryOut(axis, scene, context, plan);
    const olds = [...plan.reworded.map(({ term }) => term), ...plan.removed].map(({ text }) => text);
    if (news !== undefined) return { words: `${name}, ${tellChange(news, olds)}`, took: [name, ...news] };
  }
  return undefined;
}

function canReword(term: Term): boolean {
  return term.facet !== "text" && term.facet !== "artist";
}

/** The terms that the wording axis may change: open, with a word that is known, no name and no lettering. */
export function rewordable(terms: readonly Term[], isOpen: (term: Term) => boolean): Term[] {
  return terms.filter((term) => isOpen(term) && canReword(term) && rewordings(term.text).length > 0);
}

function reword(scene: Scene, context: MoveContext): Moved | undefined {
  const words: string[] = [];
  const took: string[] = [];
  for (const term of rewordable(scene.terms(), context.isOpen)) {
    if (scene.isNew(term) || context.random() >= REWORDED) continue;
    const restore = scene.mark();
    const others = scene.terms().filter((other) => other !== term);
    scene.release([term]);
    const text = freshFirst(rewordings(term.text), context).find(
      (other) =>
        meaningOf(other) !== meaningOf(term.text) &&
        scene.fits({ facet: term.facet, text: other }) &&
        fitsMoment({ facet: term.facet, text: other }, others),
    );
    if (text === undefined) {
      restore();
      continue;
    }
    scene.reword(term, text, "vary:wording");
    words.push(`"${text}" for "${term.text}"`);
    took.push(text);
  }
  return words.length === 0 ? undefined : { words: words.join(", "), took };
}

/** One step along an axis. */
export function move(axis: VariationAxis, scene: Scene, context: MoveContext): Moved | undefined {
  if (axis === "wording") return reword(scene, context);
  return MOMENTS[axis] === undefined ? swap(axis, scene, context) : moveMoment(axis, scene, context);
}

/** The terms that an axis may take out or reword. */
export function openTerms(
  axis: VariationAxis,
  terms: readonly Term[],
  isOpen: (term: Term) => boolean,
): Term[] {
  const calendar = MOMENTS[axis];
  if (calendar !== undefined) return tellingTerms(calendar, terms).filter(isOpen);
  if (axis === "wording") return rewordable(terms, isOpen);
  return terms.filter((term) => term.facet === SWAPPED[axis]?.facet && isOpen(term));
}
