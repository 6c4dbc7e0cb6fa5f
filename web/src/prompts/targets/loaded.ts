import type { Dialect, Target } from "imprompt/core";
import { loadTarget, TARGET_IDS } from "imprompt/core";
import { useEffect, useMemo, useRef } from "react";
import { create } from "zustand";

interface Loaded {
  /** By target id; a dialect stays once it has come. */
  readonly dialects: { readonly [id: string]: Dialect };
  readonly failed: readonly string[];
}

const useLoaded = create<Loaded>()(() => ({ dialects: {}, failed: [] }));

export function idOf(name: string): string {
  return name.split("@", 1)[0] ?? name;
}

/** "name" for the default version, else "name@version". */
export function nameOf({ dialect, version }: Target): string {
  return version === dialect.defaultVersion ? dialect.id : `${dialect.id}@${version}`;
}

/** A version that the dialect does not have gives its default. */
function targetIn(dialect: Dialect, name: string): Target {
  const version = name.split("@", 2)[1];
  const known = version !== undefined && dialect.versions.includes(version);
  return { dialect, version: known ? version : dialect.defaultVersion };
}

/** Fetches a target's dialect once; a failure is told by `useTarget` and tried anew with the next call. */
export async function fetchTarget(name: string): Promise<void> {
  const id = idOf(name);
  if (useLoaded.getState().dialects[id] !== undefined) return;
  try {
    const { dialect } = await loadTarget(id);
    useLoaded.setState(({ dialects, failed }) => ({
      dialects: { ...dialects, [id]: dialect },
      failed: failed.filter((each) => each !== id),
    }));
  } catch {
    useLoaded.setState(({ failed }) => ({ failed: [...failed.filter((each) => each !== id), id] }));
  }
}

interface Shown {
  /** The target asked for, else the one shown before it; undefined before any has come. */
  readonly target: Target | undefined;
  readonly state: "ready" | "loading" | "failed";
}

/** The target of a name: at once when it has been used before, else as soon as its dialect has come. */
export function useTarget(name: string): Shown {
  const id = idOf(name);
  const dialect = useLoaded(({ dialects }) => dialects[id]);
  const failed = useLoaded((loaded) => loaded.failed.includes(id));
  const before = useRef<Target | undefined>(undefined);
  const target = useMemo(
    () => (dialect === undefined ? undefined : targetIn(dialect, name)),
    [dialect, name],
  );
  useEffect(() => {
    if (target === undefined) void fetchTarget(id);
    else before.current = target;
  }, [target, id]);
  if (target !== undefined) return { target, state: "ready" };
  return { target: before.current, state: failed ? "failed" : "loading" };
}

/** Every target that has come, in the registry's order; asks for the others. */
export function useAllTargets(): readonly Target[] {
  const dialects = useLoaded((loaded) => loaded.dialects);
  useEffect(() => {
    for (const id of TARGET_IDS) void fetchTarget(id);
  }, []);
  return TARGET_IDS.flatMap((id) => {
    const dialect = dialects[id];
    return dialect === undefined ? [] : [{ dialect, version: dialect.defaultVersion }];
  });
}

/** Targets by name, in this order, once each has come; unknown names are left out. */
export async function targetsOf(names: readonly string[]): Promise<Target[]> {
  await Promise.all(names.map(fetchTarget));
  const { dialects } = useLoaded.getState();
  return names.flatMap((name) => {
    const dialect = dialects[idOf(name)];
    return dialect === undefined ? [] : [targetIn(dialect, name)];
  });
}
