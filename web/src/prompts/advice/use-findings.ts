import type { Blueprint, Prompt } from "imprompt/core";
import { useEffect, useState } from "react";
import type { PlacedFinding } from "./finding-fix";

/** How long a prompt rests before it is looked through. */
const REST_MS = 500;

const NONE: readonly PlacedFinding[] = [];

async function look(prompt: Prompt, blueprint: Blueprint): Promise<readonly PlacedFinding[]> {
  const [{ lint }, { placeFindings }] = await Promise.all([
    import("imprompt/language"),
    import("./finding-fix"),
  ]);
  return placeFindings(await lint(prompt.text, { target: prompt.target }), prompt, blueprint);
}

/** What is wrong with a prompt's wording, a moment after it has come to rest; those of the last one until then. */
export function useFindings(
  prompt: Prompt,
  blueprint: Blueprint,
  structured: boolean,
): readonly PlacedFinding[] {
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    if (structured || prompt.text === "") {
      setFound(NONE);
      return undefined;
    }
    let current = true;
    const timer = setTimeout(() => {
      look(prompt, blueprint).then(
        (findings) => {
          if (current) setFound(findings.length === 0 ? NONE : findings);
        },
        () => {
          if (current) setFound(NONE);
        },
      );
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [prompt, blueprint, structured]);
  return found;
}
