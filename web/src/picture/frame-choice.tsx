import type { Blueprint } from "imprompt/core";
import { ArrowLeftRight } from "lucide-react";
import type { JSX } from "react";
import { memo } from "react";
import { edit } from "../state/store";
import { Field, Select } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { FRAME_PRESETS, presetOf, reframe } from "./frame-presets";
import { ratioWords, sizeWords } from "./frame-words";

const OWN = "own";

function presetWords(ratio: string): string {
  const [across = 1, down = 1] = ratio.split(":").map(Number);
  return `${ratio} ${across === down ? "square" : across > down ? "landscape" : "portrait"}`;
}

interface FrameChoiceProps {
  readonly frame: Blueprint["frame"];
}

/** The frame that the prompts ask for: a usual ratio, or turned on its side. */
export const FrameChoice = memo(function FrameChoice({ frame }: FrameChoiceProps): JSX.Element {
  const { width, height } = frame;
  const preset = presetOf(frame);
  return (
    <Field label="Frame for the prompts" aside={`${sizeWords(frame)} px`}>
      {(attributes) => (
        <div className="flex gap-1">
          <Select
            {...attributes}
            value={preset ?? OWN}
            onChange={({ currentTarget: { value } }) => {
              if (value !== OWN) edit({ kind: "frame", frame: reframe(frame, value) });
            }}
            className="max-lg:h-10"
          >
            {preset === undefined ? <option value={OWN}>{ratioWords(frame)}</option> : null}
            {FRAME_PRESETS.map((ratio) => (
              <option key={ratio} value={ratio}>
                {presetWords(ratio)}
              </option>
            ))}
          </Select>
          <IconButton
            icon={ArrowLeftRight}
            label="Swap width and height"
            look="plain"
            disabled={width === height}
            className="max-lg:size-10"
            onClick={() => edit({ kind: "frame", frame: { width: height, height: width } })}
          />
        </div>
      )}
    </Field>
  );
});
