type Fields = { readonly [key: string]: unknown };

/** Whether two JSON values are equal, whatever the order of their keys; undefined is as absent. */
export function sameValue(x: unknown, y: unknown): boolean {
  if (Object.is(x, y)) return true;
  if (typeof x !== "object" || typeof y !== "object" || x === null || y === null) return false;
  if (Array.isArray(x) !== Array.isArray(y)) return false;
  const keys = new Set([...Object.keys(x), ...Object.keys(y)]);
  return [...keys].every((key) => sameValue((x as Fields)[key], (y as Fields)[key]));
}
