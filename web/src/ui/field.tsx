import type { ComponentProps, JSX, ReactNode } from "react";
import { useId } from "react";
import { classNames } from "./class-names";

export const CONTROL =
  "h-8 w-full min-w-0 rounded-md border border-line-strong/60 bg-s1 px-2 text-base text-ink placeholder:text-ink-3 hover:border-line-strong disabled:bg-s2 disabled:text-ink-3 aria-invalid:border-bad";

interface FieldProps {
  readonly label: string;
  /** Beside the label, quietly: a unit, a range. */
  readonly aside?: ReactNode;
  readonly note?: string;
  readonly error?: string;
  /** The control, which must take the attributes it is given. */
  readonly children: (attributes: {
    readonly id: string;
    readonly "aria-describedby"?: string;
    readonly "aria-invalid"?: true;
  }) => ReactNode;
}

/** A labelled control, with a note or an error under it. */
export function Field({ label, aside, note, error, children }: FieldProps): JSX.Element {
  const id = useId();
  const told = error ?? note;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <label htmlFor={id} className="text-sm font-medium text-ink-2">
          {label}
        </label>
        {aside === undefined ? null : <span className="text-xs text-ink-3">{aside}</span>}
      </div>
      {children({
        id,
        ...(told === undefined ? {} : { "aria-describedby": `${id}-told` }),
        ...(error === undefined ? {} : { "aria-invalid": true }),
      })}
      {told === undefined ? null : (
        <p
          id={`${id}-told`}
          className={classNames("text-sm", error === undefined ? "text-ink-3" : "text-bad")}
        >
          {told}
        </p>
      )}
    </div>
  );
}

export function TextInput({ className, ...rest }: ComponentProps<"input">): JSX.Element {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={classNames(CONTROL, className)}
    />
  );
}

export function Select({ className, ...rest }: ComponentProps<"select">): JSX.Element {
  return <select {...rest} className={classNames(CONTROL, "pr-1", className)} />;
}

export function Range({ className, ...rest }: ComponentProps<"input">): JSX.Element {
  return (
    <input {...rest} type="range" className={classNames("h-6 w-full min-w-0 accent-accent", className)} />
  );
}

export function Checkbox({ className, ...rest }: ComponentProps<"input">): JSX.Element {
  return (
    <input {...rest} type="checkbox" className={classNames("size-4 shrink-0 accent-accent", className)} />
  );
}
