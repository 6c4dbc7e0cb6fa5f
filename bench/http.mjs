import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { scene } from "./pictures.mjs";

const PICTURES = 48;

/** The built server on a port of the system's choice. */
export async function startServer(args = []) {
  const child = spawn(process.execPath, ["dist/cli/main.js", "serve", "--port", "0", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const found = /https?:\/\/[^\s/]+:\d+/u.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once("close", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
  const close = () =>
    new Promise((resolve) => {
      child.once("close", resolve);
      child.kill("SIGTERM");
    });
  return { url, pid: child.pid, close };
}

async function upload(url, bytes, name) {
  const form = new FormData();
  form.append("image", new Blob([bytes], { type: "image/jpeg" }), name);
  const answer = await fetch(`${url}/api/v1/describe`, { method: "POST", body: form });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  await answer.json();
}

/** Describes over HTTP, as many at once as the server works on, against one command line over the same files. */
export async function httpThroughputBench() {
  const folder = await mkdtemp(join(tmpdir(), "imprompt-bench-"));
  const server = await startServer();
  try {
    const bytes = await (await scene(1152, 896)).jpeg({ quality: 90 }).toBuffer();
    const paths = Array.from({ length: PICTURES }, (_, index) => join(folder, `${index}.jpg`));
    for (const path of paths) await writeFile(path, bytes);
    const overHttp = async (lanes) => {
      const queue = [...paths];
      const work = async () => {
        for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
          await upload(server.url, await readFile(path), "scene.jpg");
        }
      };
      await Promise.all(Array.from({ length: lanes }, work));
    };
    const timed = async (work) => {
      const start = performance.now();
      await work();
      return performance.now() - start;
    };
    const batch = () =>
      promisify(execFile)(process.execPath, ["dist/cli/main.js", ...paths, "--json"], { maxBuffer: 2 ** 28 });
    await overHttp(2);
    const rounds = [];
    for (let round = 0; round < 3; round++) {
      rounds.push({
        http: await timed(() => overHttp(4)),
        one: await timed(() => overHttp(1)),
        cli: await timed(batch),
      });
    }
    const middle = (of) => rounds.map(of).sort((x, y) => x - y)[1];
    const [httpMs, oneMs, cliMs] = [
      middle(({ http }) => http),
      middle(({ one }) => one),
      middle(({ cli }) => cli),
    ];
    return {
      name: `describe of ${PICTURES} pictures over HTTP, over the CLI's batch`,
      value: httpMs / cliMs,
      unit: "×",
      limit: 1.2,
      detail: { httpMs, oneAtATimeMs: oneMs, cliMs },
    };
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
}
