/**
 * The numbers in what was measured, by path: {"key":{"mean":0.4}} is {"key.mean":0.4}. Lists are left out: their
 * places mean nothing across pictures.
 */
export function figuresOf(measurements: { readonly [id: string]: unknown }): {
  readonly [path: string]: number;
} {
  const figures: { [path: string]: number } = {};
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "number") figures[path] = value;
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === "" ? key : `${path}.${key}`);
    }
  };
  walk(measurements, "");
  return figures;
}
