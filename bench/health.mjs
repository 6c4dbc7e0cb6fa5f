import { readFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { startServer } from "./http.mjs";
import { scene } from "./pictures.mjs";

const UPLOADS = 500;

/** Asks for /healthz every 10 ms from a thread of its own and keeps how long each answer took. */
const SAMPLER = `
const { parentPort, workerData } = require("node:worker_threads");
const http = require("node:http");
const agent = new http.Agent({ keepAlive: true });
const times = [];
let failed = 0;
let going = true;
parentPort.once("message", () => { going = false; });
const ask = () => new Promise((resolve) => {
  const start = performance.now();
  const request = http.get(workerData + "/healthz", { agent }, (answer) => {
    answer.resume().on("end", () => { times.push(performance.now() - start); resolve(); });
  });
  request.on("error", () => { failed += 1; resolve(); });
});
(async () => {
  while (going) { await ask(); await new Promise((resolve) => setTimeout(resolve, 10)); }
  agent.destroy();
  parentPort.postMessage({ times, failed });
})();
`;

async function peakMiB(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function upload(url, bytes) {
  const form = new FormData();
  form.append("image", new Blob([bytes], { type: "image/jpeg" }), "scene.jpg");
  const answer = await fetch(`${url}/api/v1/describe`, { method: "POST", body: form });
  await answer.arrayBuffer();
  return answer.status;
}

/** The slowest answer of /healthz while 500 uploads arrive at once, and what became of them. Linux. */
export async function healthBench() {
  const server = await startServer();
  try {
    setPriority(process.pid, 10); // the crowd is not the server's fault: it must not take its processor time
    const bytes = await (await scene(2400, 1800)).jpeg({ quality: 92 }).toBuffer();
    await upload(server.url, bytes);
    const sampler = new Worker(SAMPLER, { eval: true, workerData: server.url });
    const sampled = new Promise((resolve) => sampler.once("message", resolve));
    const answers = await Promise.all(Array.from({ length: UPLOADS }, () => upload(server.url, bytes)));
    sampler.postMessage("stop");
    const { times, failed } = await sampled;
    times.sort((x, y) => x - y);
    const counts = {};
    for (const status of answers) counts[status] = (counts[status] ?? 0) + 1;
    return {
      name: `slowest /healthz while ${UPLOADS} uploads arrive at once`,
      value: times.at(-1),
      unit: "ms",
      limit: 200,
      detail: {
        uploadKiB: bytes.length / 1024,
        asked: times.length,
        failed,
        median: times[times.length >> 1],
        p99: times[Math.floor(times.length * 0.99)],
        answers: counts,
        serverPeakMiB: await peakMiB(server.pid),
        afterwards: await upload(server.url, bytes),
      },
    };
  } finally {
    setPriority(process.pid, 0);
    await server.close();
  }
}
