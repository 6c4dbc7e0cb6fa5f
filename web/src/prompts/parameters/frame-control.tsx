import type { FrameSpec, ParameterSettings, ParameterSpec, ParameterValue } from "imprompt/core";
import type { JSX } from "react";
import { useId } from "react";
import { Select, TextInput } from "../../ui/field";
import { LabelRow, Trouble } from "./control";
import { NumberControl } from "./number-control";
import { aboutParameter } from "./words";

/** The parameters that say the frame; they have this one control together. */
export function frameNames(frame: FrameSpec): readonly string[] {
  return frame.kind === "sizes" || frame.kind === "any-size" ? ["width", "height"] : [frame.parameter];
}

export interface FrameControlProps {
  readonly frame: FrameSpec;
  readonly specs: readonly ParameterSpec[];
  /** What the user has set for the target. */
  readonly set: ParameterSettings;
  /** What holds unless it is set: taken from the picture. */
  readonly own: ParameterSettings;
  readonly trouble: string | undefined;
  readonly onChange: (changes: { readonly [name: string]: ParameterValue | undefined }) => void;
}

const OFTEN_USED = "1:1 5:4 4:3 3:2 16:9 2:1 21:9 4:5 3:4 2:3 9:16 1:2 9:21".split(" ");

/** Ratios to offer where any between two is taken. */
function offered(min: number, max: number): string[] {
  return OFTEN_USED.filter((name) => {
    const [width = 1, height = 1] = name.split(":").map(Number);
    return width / height >= min && width / height <= max;
  });
}

function RatioInput(props: FrameControlProps & { readonly id: string }): JSX.Element | null {
  const { id, frame, set, own, onChange } = props;
  if (frame.kind === "ratios") {
    const { parameter, ratios } = frame;
    const value = String(set[parameter] ?? own[parameter] ?? "");
    return (
      <Select id={id} value={value} onChange={({ target }) => onChange({ [parameter]: target.value })}>
        {[...new Set([value, ...ratios])].map((ratio) => (
          <option key={ratio} value={ratio}>
            {ratio}
          </option>
        ))}
      </Select>
    );
  }
  if (frame.kind !== "any-ratio") return null;
  const { parameter, min, max } = frame;
  return (
    <>
      <TextInput
        id={id}
        list={`${id}-ratios`}
        placeholder={String(own[parameter] ?? "16:9")}
        value={String(set[parameter] ?? "")}
        onChange={({ target }) => onChange({ [parameter]: target.value === "" ? undefined : target.value })}
      />
      <datalist id={`${id}-ratios`}>
        {offered(min, max).map((ratio) => (
          <option key={ratio} value={ratio} />
        ))}
      </datalist>
    </>
  );
}

function SizeInput(props: FrameControlProps & { readonly id: string }): JSX.Element | null {
  const { id, frame, set, own, onChange } = props;
  const { width, height } = { ...own, ...set };
  if (frame.kind === "sizes") {
    const now = `${width}x${height}`;
    const sizes = frame.sizes.map(([across, down]) => `${across}x${down}`);
    const take = (size: string): void => {
      const [across, down] = size.split("x").map(Number);
      onChange({ width: across, height: down });
    };
    return (
      <Select id={id} value={now} onChange={({ target }) => take(target.value)}>
        {(sizes.includes(now) ? sizes : [now, ...sizes]).map((size) => (
          <option key={size} value={size}>
            {size.replace("x", " × ")}
          </option>
        ))}
      </Select>
    );
  }
  if (frame.kind !== "any-size") return null;
  const side = (name: "width" | "height", inputId: string): JSX.Element => (
    <NumberControl
      spec={{ name, type: "integer", min: frame.minSide, source: frame.source }}
      value={name === "width" ? width : height}
      onChange={(value) => onChange({ [name]: value })}
      attributes={{ id: inputId }}
    />
  );
  return (
    <div className="flex items-center gap-2">
      {side("width", id)}
      <label htmlFor={`${id}-height`} className="shrink-0 text-sm text-ink-2">
        <span aria-hidden>×</span>
        <span className="sr-only">Height</span>
      </label>
      {side("height", `${id}-height`)}
    </div>
  );
}

/** The frame that the target draws: what its kind of frame allows, taken from the picture until it is set. */
export function FrameControl(props: FrameControlProps): JSX.Element {
  const { frame, specs, set, trouble, onChange } = props;
  const id = useId();
  const names = frameNames(frame);
  const changed = names.some((name) => set[name] !== undefined);
  const isSize = names.length > 1;
  const multiple = frame.kind === "any-size" ? ` in steps of ${frame.multiple}` : "";
  const title = isSize ? `Size in pixels${multiple}` : "Aspect ratio";
  const { from, date } = frame.source;
  const about = [...specs.map(aboutParameter), `Frames: ${from}, ${date}`].join(". ");
  return (
    <div className="min-w-0">
      <LabelRow
        id={id}
        title={title}
        about={about}
        changed={changed}
        onReset={() => onChange(Object.fromEntries(names.map((name) => [name, undefined])))}
      />
      {isSize ? <SizeInput {...props} id={id} /> : <RatioInput {...props} id={id} />}
      {trouble === undefined ? null : <Trouble id={`${id}-trouble`}>{trouble}</Trouble>}
      {changed ? null : <p className="text-sm text-ink-3">From the picture's frame.</p>}
    </div>
  );
}
