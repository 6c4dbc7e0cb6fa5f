import type { ParameterSettings, ParameterValue, Warning } from "imprompt/core";

/** The settings with these names set; undefined takes a name back. */
export function withSettings(
  settings: ParameterSettings,
  changes: { readonly [name: string]: ParameterValue | undefined },
): ParameterSettings {
  const kept = Object.entries({ ...settings, ...changes });
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

const ABOUT_PARAMETERS: readonly Warning["code"][] = ["parameter-clamped", "parameter-dropped"];

/** The parameter among these that a warning is about; undefined for other warnings. */
export function parameterOf({ code, message }: Warning, names: readonly string[]): string | undefined {
  if (!ABOUT_PARAMETERS.includes(code)) return undefined;
  return names.find((name) => message.startsWith(`${name}: `) || message.includes(` no parameter "${name}"`));
}

/** What is wrong with a parameter as it is set, as a sentence. */
export function troubleOf(name: string, warnings: readonly Warning[]): string | undefined {
  const message = warnings.find((warning) => parameterOf(warning, [name]) !== undefined)?.message;
  if (message === undefined) return undefined;
  const words = message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
