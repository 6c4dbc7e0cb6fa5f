/** What a figure is counted in: nothing, a share of 1, or a unit that is written behind it. */
type Unit = "" | "share" | "°" | " px" | " stops" | " of 255";

/** A value within a measurement: its key, its name for a person, its unit. A name that is null is not shown. */
export type Figure = readonly [key: string, name: string | null, unit?: Unit];

/** A measurement for a person. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** One line. */
  readonly meaning: string;
  readonly figures: readonly Figure[];
}

export interface EntryGroup {
  readonly name: string;
  readonly entries: readonly Entry[];
}
