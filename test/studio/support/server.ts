import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";

export interface StudioServer {
  readonly url: string;
  readonly close: () => Promise<void>;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => Promise<void>;
}

/** The built package's own `imprompt serve`, on a port that the system chooses. */
export async function startStudio(args: readonly string[] = []): Promise<StudioServer> {
  const child: ChildProcess = spawn(process.execPath, ["dist/cli/main.js", "serve", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /https?:\/\/[^\s/]+:\d+/u.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("close", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      child.once("close", () => resolve());
      child.kill(signal);
    });
  return { url, close: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}
