import type { Blueprint, Capabilities, Prompt } from "imprompt/core";
import { compileWith } from "imprompt/core";
import { useMemo } from "react";
import { useChosen } from "../prompts/targets/choice";
import { useTarget } from "../prompts/targets/loaded";
import { usePreferences } from "../state/preferences";

export type Compiled =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly prompt: Prompt; readonly capabilities: Capabilities };

/** The prompt of a blueprint for the current target; the target before stands until its dialect has come. */
export function usePrompt(blueprint: Blueprint): Compiled {
  const { target, state } = useTarget(useChosen());
  const minConfidence = usePreferences((preferences) => preferences.minConfidence);
  return useMemo(() => {
    if (state === "failed") return { kind: "failed" };
    if (target === undefined) return { kind: "loading" };
    const prompt = compileWith(target, blueprint, { minConfidence });
    return { kind: "ready", prompt, capabilities: target.dialect.capabilities(target.version) };
  }, [blueprint, target, state, minConfidence]);
}
