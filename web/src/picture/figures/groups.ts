import type { Facts } from "../../state/board";
import { isFields } from "../../state/shape";
import { COLOR } from "./color";
import { COMPOSITION } from "./composition";
import type { Entry, EntryGroup } from "./figure";
import { figureText } from "./figure-value";
import { LIGHT } from "./light";
import { TEXTURE } from "./texture";

/** A measurement of one picture, ready to be shown. */
export interface ShownEntry extends Pick<Entry, "id" | "name" | "meaning"> {
  readonly rows: readonly { readonly name: string; readonly text: string }[];
}

export interface ShownGroup {
  readonly name: string;
  readonly entries: readonly ShownEntry[];
}

export const ENTRY_GROUPS: readonly EntryGroup[] = [LIGHT, COLOR, COMPOSITION, TEXTURE];

/** "warmLights" is "Warm lights". */
function spoken(key: string): string {
  const words = key
    .replace(/([a-z\d])([A-Z])/gu, "$1 $2")
    .replaceAll("-", " ")
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function shownEntry({ id, name, meaning, figures }: Entry, value: unknown): ShownEntry {
  const fields = isFields(value) ? value : {};
  const rows = figures.flatMap(([key, label, unit]) =>
    label === null || !(key in fields) ? [] : [{ name: label, text: figureText(fields[key], unit) }],
  );
  return { id, name, meaning, rows };
}

function unknownEntry(id: string, value: unknown): ShownEntry {
  const fields = isFields(value) ? Object.entries(value) : [["value", value] as const];
  const rows = fields.map(([key, each]) => ({ name: spoken(key), text: figureText(each) }));
  return { id, name: spoken(id), meaning: "", rows };
}

/** The measurements in the order in which a person would ask for them; what has no name of ours stands last. */
export function shownGroups(measurements: Facts["measurements"]): readonly ShownGroup[] {
  const known = new Set(ENTRY_GROUPS.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const others = Object.entries(measurements).filter(([id]) => !known.has(id));
  return [
    ...ENTRY_GROUPS.map(({ name, entries }) => ({
      name,
      entries: entries
        .filter(({ id }) => id in measurements)
        .map((entry) => shownEntry(entry, measurements[entry.id])),
    })),
    { name: "Other", entries: others.map(([id, value]) => unknownEntry(id, value)) },
  ].filter(({ entries }) => entries.length > 0);
}
