import type { Warning } from "imprompt/core";
import { useEffect, useMemo, useState } from "react";
import type { Fix, Print } from "./fixes";
import { bulkFixes, fixesFor, likelyLabels } from "./fixes";

/** How long a prompt rests before fixes are tried on it. */
const REST_MS = 150;

interface Offered {
  /** Tried, and they help; those found last until the prompt has come to rest. */
  readonly fixes: readonly Fix[];
  /** Labels that room is kept for until then; empty once fixes were tried. */
  readonly expected: readonly string[];
}

export function useFixes(warnings: readonly Warning[], page: Print): Offered {
  const [fixes, setFixes] = useState<readonly Fix[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      const [only] = warnings;
      if (only !== undefined)
        setFixes(warnings.length === 1 ? fixesFor(only, page) : bulkFixes(warnings, page));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [warnings, page]);
  const expected = useMemo(
    () => (fixes === null ? likelyLabels(warnings, page) : []),
    [fixes, warnings, page],
  );
  return { fixes: fixes ?? [], expected };
}
