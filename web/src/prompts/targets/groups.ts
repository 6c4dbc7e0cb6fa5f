import type { Capabilities, Target } from "imprompt/core";

export interface TargetGroup {
  readonly title: string;
  readonly targets: readonly Target[];
}

export function capabilitiesOf({ dialect, version }: Target): Capabilities {
  return dialect.capabilities(version);
}

/** How the target is asked, in words: what groups it with others. */
function wayOf({ form, weights }: Capabilities): string {
  if (form === "prose") return "Sentences";
  return weights.kind === "none" ? "Comma phrases" : "Comma phrases with weights";
}

/** Whether each word of the query stands in the target's id, titles or vendor. */
function matches({ dialect }: Target, query: string): boolean {
  const titles = dialect.versions.map((version) => {
    const { title, vendor } = dialect.capabilities(version);
    return `${title} ${vendor} ${version}`;
  });
  const text = `${dialect.id} ${titles.join(" ")}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

/** Favorites first, then by the way of asking in the order of the targets; without those that the query leaves out. */
export function groupTargets(
  targets: readonly Target[],
  favourites: readonly string[],
  query: string,
): readonly TargetGroup[] {
  const found = targets.filter((target) => matches(target, query.trim()));
  const starred = favourites.flatMap((id) => found.filter(({ dialect }) => dialect.id === id));
  const others = found.filter((target) => !starred.includes(target));
  const ways = [...new Set(others.map((target) => wayOf(capabilitiesOf(target))))];
  const groups = ways.map((title) => ({
    title,
    targets: others.filter((target) => wayOf(capabilitiesOf(target)) === title),
  }));
  return starred.length === 0 ? groups : [{ title: "Favorites", targets: starred }, ...groups];
}
