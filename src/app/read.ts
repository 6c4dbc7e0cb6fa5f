import type { Reading } from "../metadata/types.js";
import type { ImageInput, Services } from "./ports.js";

/** Only what the file itself carries; its pixels are not looked at, hidden data aside. */
export interface FileReading extends Reading {
  readonly file: string;
}

/** @throws ImpromptError `input-*` when it cannot be opened */
export async function read(input: ImageInput, services: Services): Promise<FileReading> {
  const opened = await services.open(input);
  return { file: opened.name, ...(await services.readMetadata(opened)) };
}
