import { spawn } from "node:child_process";

export interface Served {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it wrote so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Sends a signal; its exit status when it has ended. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** This checkout's `imprompt serve` on a free port, in a process of its own. */
export async function serveCli(args: readonly string[] = []): Promise<Served> {
  const command = ["--import", "tsx", "src/cli/main.ts", "serve", "--port", "0", ...args];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      out += chunk;
      const found = /http:\/\/[^\s/]+:(\d+)/u.exec(out)?.[1];
      if (found !== undefined && out.includes("Ctrl+C")) resolve(Number(found));
    });
    void ended.then((status) => reject(new Error(`serve ended with ${status}: ${err}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid: child.pid ?? 0,
    out: () => out,
    err: () => err,
    end: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}
