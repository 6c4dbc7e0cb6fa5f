import fc from "fast-check";

/**
 * Properties are tried on the same inputs in every run, so that a change that is green stays green. To look further:
 * FC_SEED=$RANDOM npm test. What that finds becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 20261121) });
