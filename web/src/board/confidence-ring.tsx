import type { JSX } from "react";
import { memo } from "react";

const RADIUS = 4.5;
const AROUND = 2 * Math.PI * RADIUS;

/** How sure, as the filled part of a ring. For the eyes alone: say it in words too. */
export const ConfidenceRing = memo(function ConfidenceRing(props: {
  readonly confidence: number;
}): JSX.Element {
  const filled = props.confidence * AROUND;
  return (
    <svg aria-hidden viewBox="0 0 12 12" className="size-3 -rotate-90" fill="none" strokeWidth={3}>
      <circle cx={6} cy={6} r={RADIUS} className="stroke-s3" />
      <circle
        cx={6}
        cy={6}
        r={RADIUS}
        stroke="currentColor"
        strokeDasharray={`${filled.toFixed(2)} ${AROUND.toFixed(2)}`}
      />
    </svg>
  );
});
