import type { Facet } from "imprompt/core";
import { BUCKET_LOOK } from "../ui/bucket-look";
import type { GroupId } from "./arrange";

/** A facet's name as a label. */
export function titleOf(facet: Facet): string {
  return facet.slice(0, 1).toUpperCase() + facet.slice(1);
}

export function groupTitle(group: GroupId): string {
  return group === "excluded" ? "Excluded" : BUCKET_LOOK[group].title;
}

/** What could be said where nothing is. */
export const UNSAID: { readonly [G in GroupId]: string } = {
  subject: "What is shown, what happens and where.",
  light: "How it is lit, its mood and its colors.",
  style: "What it is made in, whose manner it takes and how it looks up close.",
  composition: "How it is framed, from where and with what lens.",
  finish: "Words to be written in the picture, and how finished it looks.",
  excluded: "What must not be seen. Drag a phrase here, or press X on it.",
};

/** With a capital at the beginning of a line. */
export function capitalized(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
