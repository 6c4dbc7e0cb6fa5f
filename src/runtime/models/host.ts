import { callSetup, serveCalls } from "../calls/serve-calls.js";
import { recordOfError } from "../workers/error-record.js";
import type { HostCall, HostSetup } from "./messages.js";
import { openModel } from "./open-model.js";

/** The process of one model: it is loaded with the first call, and stays until the parent ends this process. */

const setup = callSetup<HostSetup>();
const answer = openModel(setup.model);

serveCalls<HostCall>(
  setup,
  (call, { signal, tell }) =>
    answer(call, { signal, tell, onProgress: ({ what, done, total }) => tell(what, done, total) }),
  (error) => recordOfError(error, setup.model.name),
);
