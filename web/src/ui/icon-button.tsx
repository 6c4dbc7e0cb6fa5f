import type { LucideIcon } from "lucide-react";
import type { JSX } from "react";
import type { ButtonProps } from "./button";
import { buttonClass } from "./button";
import { classNames } from "./class-names";
import { Hint } from "./hint";

interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label"> {
  readonly icon: LucideIcon;
  /** Names the button to assistive technology and in its tooltip. */
  readonly label: string;
  /** As in "Ctrl+Z"; shown in the tooltip. */
  readonly keys?: string;
}

const SQUARE = { sm: "w-6 !px-0", md: "w-8 !px-0", lg: "w-10 !px-0" } as const;
const ICON = { sm: "size-3.5", md: "size-4", lg: "size-5" } as const;

export function IconButton({
  icon: Icon,
  label,
  keys,
  look = "quiet",
  size = "md",
  className,
  ...rest
}: IconButtonProps): JSX.Element {
  return (
    <Hint text={label} {...(keys === undefined ? {} : { keys })}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classNames(buttonClass(look, size), SQUARE[size], className)}
      >
        <Icon aria-hidden className={ICON[size]} />
      </button>
    </Hint>
  );
}
