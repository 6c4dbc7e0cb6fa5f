import type { Target } from "imprompt/core";
import { TARGET_IDS } from "imprompt/core";
import { Star } from "lucide-react";
import type { JSX, KeyboardEvent } from "react";
import { useEffect, useRef, useState } from "react";
import { classNames } from "../../ui/class-names";
import { Field, TextInput } from "../../ui/field";
import { chooseTargetId, toggleFavourite, useFavourites } from "./choice";
import { capabilitiesOf, groupTargets } from "./groups";
import { useAllTargets } from "./loaded";
import { StatusBadge } from "./status-badge";

interface RowProps {
  readonly target: Target;
  readonly current: boolean;
  readonly starred: boolean;
  readonly onDone: () => void;
}

function Row({ target, current, starred, onDone }: RowProps): JSX.Element {
  const { id, versions } = target.dialect;
  const { title, vendor, status } = capabilitiesOf(target);
  const choose = (): void => {
    chooseTargetId(id);
    onDone();
  };
  return (
    <li className="flex items-stretch gap-1">
      <button
        type="button"
        onClick={choose}
        aria-current={current ? "true" : undefined}
        className={classNames(
          "flex min-w-0 flex-1 items-baseline gap-2 rounded-md px-2 py-1 text-left",
          current ? "bg-accent-soft text-accent-strong" : "hover:bg-s2",
        )}
      >
        <span className="shrink-0 font-medium">{title}</span>
        <StatusBadge status={status} />
        <span className="ml-auto truncate pl-2 text-sm text-ink-3">
          {versions.length === 1 ? vendor : `${vendor}, ${versions.length} versions`}
        </span>
      </button>
      <button
        type="button"
        aria-label={`Favorite ${title}`}
        aria-pressed={starred}
        onClick={() => toggleFavourite(id)}
        className="grid w-8 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-s2 hover:text-ink"
      >
        <Star aria-hidden className={classNames("size-4", starred && "fill-current text-accent")} />
      </button>
    </li>
  );
}

interface TargetFinderProps {
  readonly current: string;
  readonly onDone: () => void;
}

/** All targets in groups, to search, choose and mark as favorites. */
export function TargetFinder({ current, onDone }: TargetFinderProps): JSX.Element {
  const [query, setQuery] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // It comes after the popover has opened; on touch screens a keyboard would cover the list.
    if (matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, []);
  const favourites = useFavourites();
  const targets = useAllTargets();
  const groups = groupTargets(targets, favourites, query);
  const first = groups[0]?.targets[0];
  const takeFirst = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || query.trim() === "" || first === undefined) return;
    event.preventDefault();
    chooseTargetId(first.dialect.id);
    onDone();
  };
  return (
    <div className="flex w-[min(24rem,calc(100vw-2.5rem))] flex-col gap-2">
      <Field label="Find a target" aside="name, model or maker">
        {(attributes) => (
          <TextInput
            {...attributes}
            ref={field}
            type="search"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            onKeyDown={takeFirst}
          />
        )}
      </Field>
      {/* Room for all of them, so that finding does not move the field. */}
      <div className="h-80 overflow-y-auto" aria-busy={targets.length < TARGET_IDS.length}>
        {groups.map(({ title, targets: members }) => (
          <section key={title} aria-label={title} className="mb-2">
            <h3 className="px-2 py-0.5 text-sm font-medium text-ink-3">{title}</h3>
            <ul>
              {members.map((target) => (
                <Row
                  key={target.dialect.id}
                  target={target}
                  current={target.dialect.id === current}
                  starred={favourites.includes(target.dialect.id)}
                  onDone={onDone}
                />
              ))}
            </ul>
          </section>
        ))}
        <p role="status" className={groups.length === 0 ? "px-2 py-4 text-ink-2" : "sr-only"}>
          {groups.length === 0 && targets.length === TARGET_IDS.length
            ? "No target has this name. Try a model or its maker."
            : `${groups.reduce((sum, group) => sum + group.targets.length, 0)} targets`}
        </p>
      </div>
    </div>
  );
}
