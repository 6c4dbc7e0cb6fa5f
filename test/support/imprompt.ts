import { execFile } from "node:child_process";

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** This checkout's command line, in a process of its own. */
export function imprompt(args: readonly string[], stdin?: Uint8Array): Promise<Ran> {
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "src/cli/main.ts", ...args];
    const child = execFile(process.execPath, command, { maxBuffer: 2 ** 26 }, (error, out, err) => {
      resolve({ status: typeof error?.code === "number" ? error.code : 0, out, err });
    });
    child.stdin?.end(stdin);
  });
}
