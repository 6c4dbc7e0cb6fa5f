import { hostname } from "node:os";
import { openModelStore } from "../../../src/models/store/index.js";
import { servicesFor } from "./models.fixture.js";

/** Pulls in a process of its own: node puller.fixture.ts FOLDER HUB. Says how many bytes are there. */
const [, , folder = "", home = ""] = process.argv;
const store = openModelStore(
  folder,
  servicesFor({ home }, undefined, {
    process: { id: process.pid, host: hostname(), isAlive: () => true },
  }),
);
await store.pull("tiny", { onProgress: ({ done }) => void process.stdout.write(`${done}\n`) });
