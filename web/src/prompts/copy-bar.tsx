import type { Capabilities, Prompt } from "imprompt/core";
import { pasteText } from "imprompt/core";
import type { JSX } from "react";
import { memo } from "react";
import { CopyButton } from "../ui/copy-button";
import { Hint } from "../ui/hint";

interface CopyBarProps {
  readonly prompt: Prompt;
  readonly capabilities: Capabilities;
}

/** Copies the prompt, its negative prompt, or both with the parameters as the target's users paste them. */
export const CopyBar = memo(function CopyBar({ prompt, capabilities }: CopyBarProps): JSX.Element {
  const { text, negative } = prompt;
  const all = pasteText(prompt, capabilities);
  return (
    <div className="my-3 flex flex-wrap gap-2">
      <Hint text="Copy the prompt" keys="C">
        <CopyButton
          look="primary"
          label="Copy"
          className="max-lg:h-10"
          disabled={text === ""}
          text={() => text}
        />
      </Hint>
      {negative === null || negative === "" ? null : (
        <CopyButton label="Copy negative" className="max-lg:h-10" text={() => negative} />
      )}
      {all === text ? null : (
        <Hint text="Prompt, negative prompt and parameters in one text">
          <CopyButton label="Copy all" className="max-lg:h-10" text={() => all} />
        </Hint>
      )}
    </div>
  );
});
