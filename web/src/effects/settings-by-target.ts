import type { Blueprint, ParameterSettings } from "imprompt/core";
import { loadTarget, TARGET_IDS } from "imprompt/core";
import type { Board } from "../state/board";

/** What a prompt states beside its phrases, for each target as far as it takes it. */
export async function settingsByTarget(
  stated: ParameterSettings,
  frame: Blueprint["frame"],
): Promise<Board["parameters"]> {
  if (Object.keys(stated).length === 0) return {};
  const { carrySettings } = await import("imprompt/language");
  const entries = await Promise.all(
    TARGET_IDS.map(async (id) => {
      const { dialect, version } = await loadTarget(id);
      const siblings = dialect.versions.map((known) => dialect.capabilities(known));
      const options = { where: id, siblings, grammar: "a1111", places: {} } as const;
      return [id, carrySettings(stated, frame, dialect.capabilities(version), options).parameters] as const;
    }),
  );
  return Object.fromEntries(entries.filter(([, settings]) => Object.keys(settings).length > 0));
}
