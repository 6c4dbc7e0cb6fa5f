import type { ParameterSpec, ParameterValue } from "imprompt/core";
import { Info, RotateCcw } from "lucide-react";
import type { JSX, ReactNode } from "react";
import { useId } from "react";
import { classNames } from "../../ui/class-names";
import { Checkbox, Select, TextInput } from "../../ui/field";
import { IconButton } from "../../ui/icon-button";
import { NumberControl } from "./number-control";
import { aboutParameter, titleOf } from "./words";

export interface ControlProps {
  readonly spec: ParameterSpec;
  /** What the user has set; undefined where nothing is. */
  readonly set: ParameterValue | undefined;
  /** What holds unless it is set: taken from the picture, or the target's default. */
  readonly own: ParameterValue | undefined;
  readonly trouble: string | undefined;
  /** Undefined takes the setting back. */
  readonly onChange: (value: ParameterValue | undefined) => void;
}

interface Attributes {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

function Input(props: ControlProps & { readonly attributes: Attributes }): JSX.Element {
  const { spec, set, own, onChange, attributes } = props;
  const value = set ?? own;
  switch (spec.type) {
    case "integer":
    case "number":
      return <NumberControl spec={spec} value={value} onChange={onChange} attributes={attributes} />;
    case "enum":
      return (
        <Select
          {...attributes}
          value={value === undefined ? "" : String(value)}
          onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
        >
          {value === undefined || spec.default === undefined ? <option value="">Not set</option> : null}
          {(spec.values ?? []).map((each) => (
            <option key={each} value={each}>
              {each === String(spec.default) ? `${each} (default)` : each}
            </option>
          ))}
        </Select>
      );
    case "flag":
      return (
        <span className="flex h-8 items-center">
          <Checkbox
            {...attributes}
            checked={value === true}
            onChange={({ target }) => onChange(target.checked)}
          />
        </span>
      );
    case "text":
      return (
        <TextInput
          {...attributes}
          placeholder={own === undefined ? undefined : String(own)}
          value={set === undefined ? "" : String(set)}
          onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
        />
      );
  }
}

interface LabelRowProps {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly changed: boolean;
  readonly onReset: () => void;
}

/** The name of a control, marked and with a way back where it was changed. */
export function LabelRow({ id, title, about, changed, onReset }: LabelRowProps): JSX.Element {
  return (
    <div className="flex h-6 items-center justify-between gap-1">
      <span className="flex min-w-0 items-baseline gap-1.5">
        <label
          htmlFor={id}
          className={classNames(
            "truncate text-sm font-medium",
            changed ? "text-accent-strong" : "text-ink-2",
          )}
        >
          {title}
        </label>
        {changed ? <span className="text-xs text-accent-strong">changed</span> : null}
      </span>
      <span className="flex shrink-0">
        {changed ? (
          <IconButton icon={RotateCcw} size="sm" label={`Reset ${title}`} onClick={onReset} />
        ) : null}
        <IconButton icon={Info} size="sm" label={about} />
      </span>
    </div>
  );
}

export function Trouble({
  id,
  children,
}: {
  readonly id: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <p id={id} role="status" className="text-sm text-bad">
      {children}
    </p>
  );
}

/** One parameter, as its spec alone says that it is asked for. */
export function ParameterControl(props: ControlProps): JSX.Element {
  const { spec, set, trouble, onChange } = props;
  const id = useId();
  return (
    <div className="min-w-0">
      <LabelRow
        id={id}
        title={titleOf(spec.name)}
        about={aboutParameter(spec)}
        changed={set !== undefined}
        onReset={() => onChange(undefined)}
      />
      <Input
        {...props}
        attributes={{
          id,
          ...(trouble === undefined ? {} : { "aria-describedby": `${id}-trouble`, "aria-invalid": true }),
        }}
      />
      {trouble === undefined ? null : <Trouble id={`${id}-trouble`}>{trouble}</Trouble>}
    </div>
  );
}
