import type { Blueprint } from "imprompt/core";
import type { JSX } from "react";
import { useMemo } from "react";
import { ChangeList } from "./change-list";
import { pruning } from "./findings";
import { useCapabilities } from "./use-capabilities";

interface PruneOfferProps {
  readonly blueprint: Blueprint;
  readonly minConfidence: number;
}

export function PruneOffer({ blueprint, minConfidence }: PruneOfferProps): JSX.Element {
  const capabilities = useCapabilities();
  const changes = useMemo(
    () => pruning(blueprint, minConfidence, capabilities),
    [blueprint, minConfidence, capabilities],
  );
  return (
    <ChangeList
      changes={changes}
      label="prune"
      none="Every phrase earns its place. What is pinned is never pruned."
    />
  );
}
