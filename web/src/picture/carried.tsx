import type { Blueprint } from "imprompt/core";
import type { JSX } from "react";
import { memo } from "react";
import { RecoveredCard } from "../bring/recovered-card";
import type { Board, Facts } from "../state/board";
import { Panel } from "../ui/panel";
import { provenanceWords } from "./provenance-words";

function sentence(text: string): string {
  const end = /[.!?]$/u.test(text) ? "" : ".";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`;
}

function ProvenanceNote({
  provenance,
}: {
  readonly provenance: NonNullable<Facts["provenance"]>;
}): JSX.Element {
  const { title, lines } = provenanceWords(provenance);
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      {lines.map((line) => (
        <p key={line} className="text-sm text-ink-2">
          {line}
        </p>
      ))}
    </div>
  );
}

function Notes({ messages }: { readonly messages: readonly string[] }): JSX.Element {
  return (
    <div>
      <h3 className="font-medium">Notes from the reading</h3>
      <ul className="list-disc pl-4 text-sm text-ink-2">
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

interface CarriedProps {
  readonly name: string;
  readonly picture: Board["picture"];
  readonly facts: Facts;
  readonly palette: Blueprint["palette"];
}

/** What the file itself told: its prompt, who made it, and what went wrong as it was read. */
export const Carried = memo(function Carried({ facts, ...rest }: CarriedProps): JSX.Element {
  const { recovered, provenance, warnings } = facts;
  const said = [...new Set(warnings.map(({ message }) => sentence(message)))];
  return (
    <>
      {recovered === null ? null : (
        <RecoveredCard recovered={recovered} provenance={null} carrier={{ ...rest, facts }} />
      )}
      {provenance === null && said.length === 0 ? null : (
        <Panel title="What the file says of itself">
          <div className="flex flex-col gap-3">
            {provenance === null ? null : <ProvenanceNote provenance={provenance} />}
            {said.length === 0 ? null : <Notes messages={said} />}
          </div>
        </Panel>
      )}
    </>
  );
});
