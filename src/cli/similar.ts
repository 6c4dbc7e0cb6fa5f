import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { findSimilar } from "../app/study.js";
import { ImpromptError } from "../base/error.js";
import { tellFailure } from "./each.js";
import { exitStatusOfRun } from "./exit.js";
import { openOutput, toJson } from "./output.js";
import type { StudyPorts, TopFlags } from "./study.js";
import { MACHINE, parseTop, withClip } from "./study.js";

interface SimilarFlags extends TopFlags {
  readonly recursive?: boolean;
}

const PICTURE = /\.(?:avif|bmp|gif|hei[cf]|jpe?g|png|svg|tiff?|webp)$/iu;

/** The pictures of a folder by their names, without the one that is asked for. */
async function picturesIn(folder: string, recursive: boolean, image: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive, withFileTypes: true }).catch((cause: unknown) => {
    throw new ImpromptError("input-not-found", "this folder cannot be read", {
      where: folder,
      hint: "Name a folder of pictures.",
      cause,
    });
  });
  const paths = entries
    .filter((entry) => entry.isFile() && PICTURE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => resolve(path) !== resolve(image))
    .sort();
  if (paths.length > 0) return paths;
  throw new ImpromptError("input-not-found", "there is no other picture in this folder", {
    where: folder,
    hint: recursive ? "Name a folder of pictures." : "Add --recursive to look in the folders below it.",
  });
}

/** The pictures of a folder nearest to one. */
export async function runSimilar(
  image: string,
  folder: string,
  given: object,
  ports: StudyPorts = MACHINE,
): Promise<number> {
  const flags = given as SimilarFlags;
  const count = parseTop(flags);
  const output = await openOutput(flags, [image]);
  const files = await picturesIn(folder, flags.recursive === true, image);
  const answer = await withClip(flags, ports, (student) =>
    findSimilar(image, files, count, student, tellFailure),
  );
  if (output.json) output.write(toJson(answer, false));
  else {
    const { showSimilar } = await import("./show/ranking.js");
    output.write(showSimilar(answer, output));
  }
  await output.close();
  return exitStatusOfRun(answer.seen, answer.failed);
}
