import type { Description } from "imprompt/client";
import { FileCheck2, ShieldCheck } from "lucide-react";
import type { JSX } from "react";
import { useState } from "react";
import type { Carrier } from "../effects/take-as-it-was";
import { carrierOf, takeAsItWas } from "../effects/take-as-it-was";
import type { Board } from "../state/board";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Panel } from "../ui/panel";
import { settingsOf } from "./recovered-settings";

type Recovered = NonNullable<Description["recovered"]>;
type Provenance = NonNullable<Description["provenance"]>;

function Said({ title, text }: { readonly title: string; readonly text: string }): JSX.Element | null {
  if (text.trim() === "") return null;
  return (
    <div className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-ink-2">{title}</h3>
      <p
        tabIndex={0}
        className="max-h-40 overflow-y-auto rounded-md bg-s2 px-2 py-1.5 font-mono text-sm whitespace-pre-wrap text-ink"
      >
        {text}
      </p>
    </div>
  );
}

function Settings({ recovered }: { readonly recovered: Recovered }): JSX.Element | null {
  const settings = settingsOf(recovered.parameters);
  if (settings.length === 0) return null;
  return (
    <dl aria-label="Settings" className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
      {settings.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0 text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Origin({ provenance }: { readonly provenance: Provenance }): JSX.Element {
  const { madeByAi, by, standard } = provenance;
  const said = madeByAi ? "says that it was made or edited by AI" : "names its origin";
  return (
    <p className="flex items-start gap-1.5 text-base text-ink-2">
      <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
      <span>
        The file {said}
        {by === undefined ? "" : `, by ${by}`} ({standard}).
      </span>
    </p>
  );
}

function Take({
  recovered,
  carrier,
}: {
  readonly recovered: Recovered;
  readonly carrier: Carrier;
}): JSX.Element {
  const [busy, setBusy] = useState(false);
  const take = (): void => {
    setBusy(true);
    void takeAsItWas(recovered, carrier).finally(() => setBusy(false));
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="primary" disabled={busy} onClick={take}>
        Take it as it was
      </Button>
      <CopyButton label="Copy the prompt" text={() => recovered.prompt} />
    </div>
  );
}

interface RecoveredCardProps {
  readonly recovered: Recovered | null;
  readonly provenance: Provenance | null;
  /** Whose picture carries it; what is taken gets its picture and facts. */
  readonly board?: Board;
  /** In place of the board, for a picture on its way. */
  readonly carrier?: Carrier;
}

/** What the file itself carries: the prompt that made it, to the letter, and who says where it comes from. */
export function RecoveredCard({
  recovered,
  provenance,
  board,
  carrier,
}: RecoveredCardProps): JSX.Element | null {
  if (recovered === null) {
    return provenance === null ? null : <Origin provenance={provenance} />;
  }
  const { tool, prompt, negative, location, note, characters = [], confidence } = recovered;
  const from = carrier ?? (board === undefined ? undefined : carrierOf(board));
  const wrote = confidence < 1 ? "probably wrote" : "wrote";
  return (
    <Panel
      title={prompt === "" ? "This file carries its settings" : "This file carries its prompt"}
      actions={<FileCheck2 aria-hidden className="size-4 text-ok" />}
    >
      <div className="flex flex-col gap-3">
        <p className="text-base text-ink-2">
          {tool} {wrote} it{location === "" ? "" : ` (${location})`}. {note === undefined ? "" : `${note}.`}
        </p>
        <Said title="Prompt" text={prompt} />
        {characters.map((character, index) => (
          <Said key={character.prompt} title={`Character ${index + 1}`} text={character.prompt} />
        ))}
        <Said title="Negative prompt" text={negative} />
        {from === undefined || prompt === "" ? null : <Take recovered={recovered} carrier={from} />}
        <Settings recovered={recovered} />
        {provenance === null ? null : <Origin provenance={provenance} />}
      </div>
    </Panel>
  );
}
