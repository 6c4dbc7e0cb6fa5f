import type { ComponentProps, JSX } from "react";
import { classNames } from "./class-names";

const LOOKS = {
  /** The one thing to do here. */
  primary: "bg-accent text-on-accent hover:bg-accent-strong disabled:bg-s3 disabled:text-ink-3",
  plain: "border border-line bg-s1 text-ink hover:bg-s2 disabled:text-ink-3 disabled:hover:bg-s1",
  /** Among many others: no frame until the pointer comes. */
  quiet: "text-ink-2 hover:bg-s2 hover:text-ink disabled:text-ink-3 disabled:hover:bg-transparent",
  danger: "text-bad hover:bg-bad-soft disabled:text-ink-3",
} as const;

const SIZES = {
  sm: "h-6 gap-1 px-2 text-sm",
  md: "h-8 gap-1.5 px-3 text-base",
  lg: "h-10 gap-2 px-4 text-md",
} as const;

export interface ButtonProps extends ComponentProps<"button"> {
  readonly look?: keyof typeof LOOKS;
  readonly size?: keyof typeof SIZES;
}

export function buttonClass(look: keyof typeof LOOKS = "plain", size: keyof typeof SIZES = "md"): string {
  return classNames(
    "inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap select-none",
    "transition-colors disabled:cursor-not-allowed aria-pressed:bg-accent-soft aria-pressed:text-accent-strong",
    LOOKS[look],
    SIZES[size],
  );
}

export function Button({ look, size, className, ...rest }: ButtonProps): JSX.Element {
  return <button type="button" {...rest} className={classNames(buttonClass(look, size), className)} />;
}
