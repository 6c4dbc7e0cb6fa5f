import type { Stage } from "imprompt/client";
import type { Board } from "../state/board";
import { boardFromFile } from "../state/board-file";
import { newId } from "../state/id";
import { boardOfDescription } from "../state/new-board";
import { dispatch, useWorkspace } from "../state/store";
import { server } from "./connection";
import { isBoardFile, isShown } from "./file-kinds";
import { inTurn } from "./in-turn";
import { remoteTrouble } from "./remote-trouble";

/** Where a picture comes from; kept while it is on its way, so that it can be tried again. */
type Source =
  | { readonly kind: "file"; readonly name: string; readonly read: () => Promise<Blob> }
  | { readonly kind: "url"; readonly name: string; readonly url: string }
  | { readonly kind: "board"; readonly name: string; readonly read: () => Promise<Blob> };

interface Job {
  readonly source: Source;
  readonly thumbnail: string | null;
  readonly control: AbortController;
}

/** Pictures that are worked on at once; the others wait in the order in which they came. */
const AT_ONCE = 2;

const jobs = new Map<string, Job>();
const soon = inTurn(AT_ONCE);

async function describePicture(
  id: string,
  source: Source & { kind: "file" | "url" },
  signal: AbortSignal,
): Promise<Board> {
  let preview: string | undefined;
  const onStage = (stage: Stage): void => {
    if (signal.aborted) return;
    if (stage.stage === "decoded") preview = stage.preview;
    dispatch({ type: "progressed", id, stage });
  };
  const picture = source.kind === "url" ? { url: source.url } : await source.read();
  // Somebody waits: of the modes that say what is shown, this one takes two looks and no search.
  const looking = { engine: "auto", mode: "fast" } as const;
  const description = await server().describe(picture, { ...looking, preview: true, onStage, signal });
  const board = boardOfDescription(description, preview ?? "", id, source.name);
  return preview === undefined ? { ...board, picture: null } : board;
}

async function openBoard(id: string, source: Source & { kind: "board" }): Promise<Board> {
  const text = await (await source.read()).text();
  return { ...boardFromFile(text, source.name.replace(/(?:\.imprompt)?\.json$/iu, "")), id };
}

async function work(id: string): Promise<void> {
  const job = jobs.get(id);
  if (job === undefined || job.control.signal.aborted) return;
  const { source, control } = job;
  dispatch({ type: "started", id });
  try {
    const board = await (source.kind === "board"
      ? openBoard(id, source)
      : describePicture(id, source, control.signal));
    if (!control.signal.aborted) dispatch({ type: "opened", board });
  } catch (error) {
    if (!control.signal.aborted) dispatch({ type: "failed", id, trouble: remoteTrouble(error) });
  }
}

/** Lets go of what has arrived, and ends the work on what was closed on its way. */
function tidy(): void {
  const { arrivals } = useWorkspace.getState();
  for (const [id, { thumbnail, control }] of jobs) {
    if (id in arrivals) continue;
    jobs.delete(id);
    control.abort();
    // The page still draws it until it has painted what comes in its place.
    if (thumbnail !== null) setTimeout(() => URL.revokeObjectURL(thumbnail), 1000);
  }
}

useWorkspace.subscribe(tidy);

function take(
  sources: readonly { readonly source: Source; readonly thumbnail: string | null }[],
): readonly string[] {
  const ids = sources.map(({ source, thumbnail }) => {
    const id = newId();
    jobs.set(id, { source, thumbnail, control: new AbortController() });
    dispatch({ type: "arrived", id, name: source.name, thumbnail });
    return id;
  });
  const [first] = ids;
  if (first !== undefined) dispatch({ type: "chosen", id: first });
  for (const id of ids) soon(() => work(id));
  return ids;
}

/** Pictures become boards, board files are opened. Gives the ids that the boards will have; the first is shown. */
export function bringFiles(files: readonly File[]): readonly string[] {
  return take(
    files.map((file) => {
      const { name } = file;
      const read = (): Promise<Blob> => Promise.resolve(file);
      if (isBoardFile(file)) return { source: { kind: "board", name, read }, thumbnail: null };
      return {
        source: { kind: "file", name, read },
        thumbnail: isShown(file) ? URL.createObjectURL(file) : null,
      };
    }),
  );
}

/** A picture of this page's own origin, such as an example: the file itself goes to the server. */
export function bringOwn(address: string, name: string): void {
  const read = async (): Promise<Blob> => {
    const answer = await fetch(address);
    if (!answer.ok) throw new TypeError("the page's server does not answer");
    return new File([await answer.blob()], name);
  };
  take([{ source: { kind: "file", name, read }, thumbnail: address }]);
}

function nameOfAddress(url: URL): string {
  const last = url.pathname.split("/").findLast((part) => part !== "") ?? "";
  try {
    return last === "" ? url.host : decodeURIComponent(last);
  } catch {
    return last; // a stray percent sign
  }
}

/** A picture from the web, which the server fetches; false where the text is no http(s) address. */
export function bringUrl(text: string): boolean {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/u.test(url.protocol)) return false;
  take([{ source: { kind: "url", name: nameOfAddress(url), url: url.href }, thumbnail: null }]);
  return true;
}

/** Once more, from what is still in memory. */
export function retry(id: string): void {
  const job = jobs.get(id);
  if (job === undefined) return;
  const { source, thumbnail } = job;
  dispatch({ type: "arrived", id, name: source.name, thumbnail });
  soon(() => work(id));
}
