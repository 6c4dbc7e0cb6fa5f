import type { Evidence, Term } from "imprompt/core";
import type { JSX } from "react";
import { usePreferences } from "../state/preferences";
import { ConfidenceRing } from "./confidence-ring";
import { percent, regionWords, sourceWords, sureWords } from "./evidence-words";

function scoreWords(score: number): string {
  return `score ${Number(score.toPrecision(3))}`;
}

function EvidenceItem({ evidence }: { readonly evidence: Evidence }): JSX.Element {
  const { source, note, score, region } = evidence;
  const rest = [
    ...(note === undefined || note === "" ? [] : [note]),
    ...(region === undefined ? [] : [regionWords(region)]),
    ...(score === undefined ? [] : [scoreWords(score)]),
  ];
  return (
    <li>
      <span className="font-medium">{sourceWords(source)}</span>
      {rest.length === 0 ? null : <span className="text-ink-2">: {rest.join("; ")}</span>}
    </li>
  );
}

interface DetailEvidenceProps {
  readonly term: Term;
  /** Stays out of the prompts. */
  readonly out: boolean;
}

/** How sure a phrase is, and where it comes from. */
export function DetailEvidence({ term, out }: DetailEvidenceProps): JSX.Element {
  const { confidence, evidence, hypothesis } = term;
  const minConfidence = usePreferences((preferences) => preferences.minConfidence);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex items-center gap-1.5">
        <ConfidenceRing confidence={confidence} />
        <span className="font-medium">{percent(confidence)} sure</span>
        <span className="text-ink-2">
          {sureWords(confidence)}
          {hypothesis === true ? ", a guess by nature" : ""}
        </span>
      </p>
      {out ? (
        <p className="text-ink-2">
          {confidence < minConfidence
            ? `Stays out of the prompts, which take what is at least ${percent(minConfidence)} sure. Pin it to have it in.`
            : "Stays out of the prompts, which name no artist on a guess. Pin it to have it in."}
        </p>
      ) : null}
      {evidence.length === 0 ? (
        <p className="text-ink-2">Nothing says where it comes from.</p>
      ) : (
        <ul aria-label="Evidence" className="flex flex-col gap-0.5">
          {evidence.map((each) => (
            <EvidenceItem key={`${each.source} ${each.note ?? ""} ${each.score ?? ""}`} evidence={each} />
          ))}
        </ul>
      )}
    </div>
  );
}
