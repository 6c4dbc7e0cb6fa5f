import type { Stage } from "imprompt/client";
import { ImageIcon, TriangleAlert } from "lucide-react";
import type { JSX } from "react";
import { useState } from "react";
import { retry } from "../effects/bring-picture";
import { closeBoard } from "../effects/close-board";
import type { Carrier } from "../effects/take-as-it-was";
import type { Arrival, Trouble } from "../state/workspace";
import { Button } from "../ui/button";
import { Panel } from "../ui/panel";
import { ArrivalProgress } from "./arrival-progress";
import { stageNamed, stagesOf } from "./arrival-stages";
import { RecoveredCard } from "./recovered-card";

/** The box has its size before the picture comes. */
function Picture({
  arrival,
  preview,
}: {
  readonly arrival: Arrival;
  readonly preview: string | undefined;
}): JSX.Element {
  const source = preview ?? arrival.thumbnail;
  const [broken, setBroken] = useState<string | null>(null);
  return (
    <div className="flex aspect-4/3 max-h-[70dvh] w-full items-center justify-center overflow-hidden rounded-lg border border-line bg-s2">
      {source === null || source === broken ? (
        <p className="flex flex-col items-center gap-2 p-4 text-center text-base text-ink-3">
          <ImageIcon aria-hidden className="size-8" />
          {arrival.state === "failed" ? "No picture to show" : "The picture is shown once it is decoded"}
        </p>
      ) : (
        <img
          src={source}
          alt={arrival.name}
          decoding="async"
          onError={() => setBroken(source)}
          className="h-full w-full object-contain"
        />
      )}
    </div>
  );
}

function Failure({ id, trouble }: { readonly id: string; readonly trouble: Trouble }): JSX.Element {
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-lg border border-bad bg-bad-soft p-3">
      <div className="flex items-start gap-2">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
        <div className="flex min-w-0 flex-col gap-1">
          <p className="text-md font-medium">{trouble.message}</p>
          {trouble.hint === undefined ? null : <p className="text-base text-ink-2">{trouble.hint}</p>}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={() => retry(id)}>
          Retry
        </Button>
        <Button onClick={() => closeBoard(id)}>Remove</Button>
      </div>
    </div>
  );
}

function Palette({
  palette,
}: {
  readonly palette: Extract<Stage, { stage: "measured" }>["palette"];
}): JSX.Element {
  return (
    <Panel title="Palette">
      <ul className="grid grid-cols-2 gap-x-3 gap-y-1">
        {palette.map(({ hex, name }) => (
          <li key={hex} className="flex min-w-0 items-center gap-2">
            <span
              aria-hidden
              className="size-5 shrink-0 rounded border border-line-strong"
              style={{ backgroundColor: hex }}
            />
            <span className="truncate">{name}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What is known of the picture so far, for a board that is wanted before the picture has come. */
function carrierOfArrival({ name }: Arrival, stages: readonly Stage[]): Carrier {
  const read = stageNamed(stages, "read");
  const decoded = stageNamed(stages, "decoded");
  const picture = decoded?.preview === undefined ? null : { preview: decoded.preview, ...decoded.image };
  const { recovered = null, provenance = null, warnings = [] } = read ?? {};
  return {
    name,
    picture,
    facts: { recovered, provenance, warnings, measurements: {} },
    palette: stageNamed(stages, "measured")?.palette ?? [],
  };
}

/** A picture on its way: itself at once, what its file carries first, then what is found as it is found. */
export function ArrivalScreen({ arrival }: { readonly arrival: Arrival }): JSX.Element {
  const { id, name, state } = arrival;
  const stages = stagesOf(arrival);
  const read = stageNamed(stages, "read");
  const measured = stageNamed(stages, "measured");
  return (
    <div className="mx-auto grid w-full max-w-6xl items-start gap-4 px-3 py-4 sm:px-6 md:grid-cols-[minmax(0,3fr)_minmax(17rem,2fr)]">
      <Picture arrival={arrival} preview={stageNamed(stages, "decoded")?.preview} />
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex items-start justify-between gap-2">
          <h1 className="min-w-0 text-lg font-semibold">{name}</h1>
          {state === "failed" ? null : <Button onClick={() => closeBoard(id)}>Cancel</Button>}
        </div>
        <div className="max-md:min-h-32">
          {arrival.state === "failed" ? (
            <Failure id={id} trouble={arrival.trouble} />
          ) : (
            <ArrivalProgress arrival={arrival} />
          )}
        </div>
        {read === undefined ? null : (
          <RecoveredCard
            recovered={read.recovered}
            provenance={read.provenance}
            carrier={carrierOfArrival(arrival, stages)}
          />
        )}
        {measured === undefined ? null : <Palette palette={measured.palette} />}
      </div>
    </div>
  );
}
