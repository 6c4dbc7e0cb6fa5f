import type { Blueprint } from "imprompt/core";
import type { JSX } from "react";
import { useMemo } from "react";
import { useLanguage } from "../language";
import { ChangeList } from "./change-list";
import { checking } from "./findings";
import { useCapabilities } from "./use-capabilities";

interface CheckOfferProps {
  readonly blueprint: Blueprint;
  readonly minConfidence: number;
}

export function CheckOffer({ blueprint, minConfidence }: CheckOfferProps): JSX.Element {
  const capabilities = useCapabilities();
  const language = useLanguage();
  const changes = useMemo(
    () => checking(blueprint, minConfidence, capabilities, language?.classify ?? null),
    [blueprint, minConfidence, capabilities, language],
  );
  return (
    <ChangeList
      changes={changes}
      label="check"
      none="Nothing contradicts or repeats itself, and every phrase stands where it belongs."
    />
  );
}
