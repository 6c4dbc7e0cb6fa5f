import { EllipsisVertical, FolderOpen } from "lucide-react";
import type { ChangeEvent, JSX, KeyboardEvent } from "react";
import { useRef, useState } from "react";
import { Button } from "../ui/button";
import { classNames } from "../ui/class-names";
import { TextInput } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Menu } from "../ui/menu";
import { Panel } from "../ui/panel";
import { listed } from "./fillings";
import type { KeptRecipe } from "./kept-recipes";
import { deleteRecipe, renameRecipe, useKeptRecipes } from "./kept-recipes";
import { downloadRecipe, openRecipes } from "./recipe-actions";
import { openSlots } from "./style-state";
import { changeStyle } from "./style-store";

function NameField({
  kept,
  onDone,
}: {
  readonly kept: KeptRecipe;
  readonly onDone: () => void;
}): JSX.Element {
  const [name, setName] = useState(kept.recipe.name);
  const finish = (): void => {
    if (name.trim() !== "" && name.trim() !== kept.recipe.name) renameRecipe(kept.id, name.trim());
    onDone();
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === "Enter") finish();
    if (key === "Escape") onDone();
  };
  return (
    <TextInput
      aria-label={`New name of ${kept.recipe.name}`}
      autoFocus
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={finish}
      onKeyDown={onKeyDown}
    />
  );
}

function about({ recipe }: KeptRecipe): string {
  const slots = openSlots(recipe).map(({ name }) => name);
  const phrases = recipe.terms.length - recipe.terms.filter(({ text }) => /^\{[^{}]*\}$/u.test(text)).length;
  return `${phrases === 1 ? "1 phrase" : `${phrases} phrases`}, ${slots.length === 0 ? "no slots" : `slots ${listed(slots)}`}`;
}

function RecipeItem({
  kept,
  current,
}: {
  readonly kept: KeptRecipe;
  readonly current: boolean;
}): JSX.Element {
  const [renaming, setRenaming] = useState(false);
  const { id, recipe } = kept;
  if (renaming) {
    return (
      <li className="py-1">
        <NameField kept={kept} onDone={() => setRenaming(false)} />
      </li>
    );
  }
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        aria-current={current ? "true" : undefined}
        onClick={() => changeStyle({ type: "fill-chosen", filled: id })}
        className={classNames(
          "min-h-10 min-w-0 flex-1 rounded-md px-2 py-1 text-left",
          current ? "bg-accent-soft text-accent-strong" : "hover:bg-s2",
        )}
      >
        <span className="block truncate font-medium">{recipe.name}</span>
        <span className={classNames("block truncate text-sm", current ? "text-accent-strong" : "text-ink-3")}>
          {about(kept)}
        </span>
      </button>
      <Menu
        align="end"
        trigger={<IconButton icon={EllipsisVertical} label={`More for ${recipe.name}`} />}
        items={[
          // The menu gives the focus back to its button as it closes; the field takes it after that.
          { label: "Rename", run: () => setTimeout(() => setRenaming(true), 50) },
          { label: "Download", run: () => downloadRecipe(recipe) },
          "separator",
          { label: "Delete", danger: true, run: () => deleteRecipe(id) },
        ]}
      />
    </li>
  );
}

function LoadButton({
  onRefused,
}: {
  readonly onRefused: (messages: readonly string[]) => void;
}): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const load = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    void openRecipes([...(currentTarget.files ?? [])]).then(onRefused);
    currentTarget.value = ""; // the same file may be chosen again
  };
  return (
    <>
      <Button size="sm" onClick={() => input.current?.click()}>
        <FolderOpen aria-hidden className="size-3.5" />
        Load a file
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".json,application/json"
        hidden
        aria-label="Recipe files to load"
        onChange={load}
      />
    </>
  );
}

/** The recipes that the browser keeps. */
export function RecipesPanel({ filled }: { readonly filled: string }): JSX.Element {
  const { state, list } = useKeptRecipes();
  const [refused, setRefused] = useState<readonly string[]>([]);
  return (
    <Panel title="Recipes" actions={<LoadButton onRefused={setRefused} />}>
      {refused.length === 0 ? null : (
        <div role="alert" className="mb-2 rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
          {refused.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      {list.length === 0 ? (
        <p className="text-ink-2">
          {state === "loading" ? "Looking for kept recipes." : "None is kept yet. Save one, or load a file."}
        </p>
      ) : (
        <ul aria-label="Kept recipes" className="-mx-1 flex flex-col gap-0.5">
          {list.map((kept) => (
            <RecipeItem key={kept.id} kept={kept} current={kept.id === filled} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
