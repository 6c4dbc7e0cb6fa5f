import type { JSX } from "react";
import type { Facts } from "../../state/board";
import { CopyButton } from "../../ui/copy-button";
import { Disclosure } from "../disclosure";
import type { ShownEntry } from "./groups";
import { shownGroups } from "./groups";

function EntryView({ name, meaning, rows }: ShownEntry): JSX.Element {
  return (
    <section className="border-t border-line py-2 first:border-t-0 first:pt-0">
      <h4 className="font-medium">{name}</h4>
      {meaning === "" ? null : <p className="text-sm text-ink-2">{meaning}</p>}
      <dl className="mt-1 text-sm">
        {rows.map((row) => (
          <div key={row.name} className="flex justify-between gap-4">
            <dt className="text-ink-2">{row.name}</dt>
            <dd className="text-right tabular-nums">{row.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every figure that was measured, in groups. */
export function FiguresList({ measurements }: { readonly measurements: Facts["measurements"] }): JSX.Element {
  return (
    <div className="flex flex-col pb-1">
      {shownGroups(measurements).map(({ name, entries }, index) => (
        <Disclosure key={name} title={name} aside={`${entries.length}`} level={3} startsOpen={index === 0}>
          {() => (
            <div className="px-3 pt-1 pb-2 pl-9">
              {entries.map((entry) => (
                <EntryView key={entry.id} {...entry} />
              ))}
            </div>
          )}
        </Disclosure>
      ))}
      <CopyButton
        look="plain"
        size="sm"
        label="Copy all as JSON"
        className="mx-3 my-2 self-start max-lg:h-10"
        text={() => JSON.stringify(measurements, null, 2)}
      />
    </div>
  );
}
