import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";

/**
 * Properties are tried on the same inputs in every run, so that a change that is green stays green. To look further:
 * FC_SEED=$RANDOM npm test. What that finds becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20261121) });

// Tests see no model that this machine happens to have, and no vision model that its user has set up.
process.env["IMPROMPT_MODELS"] = join(tmpdir(), "imprompt-no-models");
delete process.env["IMPROMPT_LLM"];
