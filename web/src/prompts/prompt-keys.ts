import type { KeyGroup } from "../shell/keys";

/** The keys of the prompts pane, for the map of keys. */
export const PROMPT_KEYS: KeyGroup = {
  title: "The prompt",
  bindings: [
    { keys: "C", what: "Copy the prompt" },
    { keys: "←", what: "The phrase before" },
    { keys: "→", what: "The next phrase" },
    { keys: "Home", what: "The first phrase" },
    { keys: "End", what: "The last phrase" },
    { keys: "Enter", what: "Go to the phrase on the board" },
  ],
};
