import type { Capabilities } from "imprompt/core";
import { loadTarget } from "imprompt/core";
import { useEffect, useState } from "react";
import { usePreferences } from "../../state/preferences";

/** What the target that the prompts are for takes; null until it is known. */
export function useCapabilities(): Capabilities | null {
  const target = usePreferences((preferences) => preferences.target);
  const [capabilities, setCapabilities] = useState<Capabilities | null>(null);
  useEffect(() => {
    let isCurrent = true;
    loadTarget(target).then(
      ({ dialect, version }) => {
        if (isCurrent) setCapabilities(dialect.capabilities(version));
      },
      // A target that is gone since it was chosen: the offers hold without it.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [target]);
  return capabilities;
}
