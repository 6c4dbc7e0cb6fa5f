import { openSight } from "./open-sight.js";

/** A process that looks once, says which process looked, and ends without closing its eyes. */
const script = new URL("./fake-host.fixture.ts", import.meta.url);
const eyes = openSight({ host: { script, packages: { detect: [], read: [] } } });
const seen = await eyes.detect({ width: 1, height: 1, data: new Uint8Array(3) });
process.send?.(seen?.objects[0]?.label);
process.disconnect?.();
