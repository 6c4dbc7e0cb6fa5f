import type { LocatedModel } from "../../models/store/located.js";
import { openModelHost } from "./model-host.js";

/** A process whose model is at work, which it says once it is. */
const model = JSON.parse(process.argv[2] ?? "") as LocatedModel;
const host = openModelHost(model, { keepAliveMs: 600_000, maxRssBytes: 2 ** 32 });
await host.run({ kind: "clip-facts" });
const texts = Array.from({ length: 200_000 }, (_, at) => `a door ${at}`);
void host.run({ kind: "embed-texts", texts });
process.send?.("at work");
