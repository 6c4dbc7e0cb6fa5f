import type { JSX } from "react";
import { useId } from "react";
import { classNames } from "../../ui/class-names";

interface ToggleSetProps<Option extends string> {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly Option[];
  readonly name: (option: Option) => string;
  /** In the order of the options. */
  readonly onChange: (chosen: readonly Option[]) => void;
}

/** Any number of a few words, on or off. */
export function ToggleSet<Option extends string>(props: ToggleSetProps<Option>): JSX.Element {
  const { label, options, chosen, name, onChange } = props;
  const id = useId();
  const toggle = (option: Option): void => {
    onChange(options.filter((each) => (each === option) !== chosen.includes(each)));
  };
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="mb-1 text-sm font-medium text-ink-2">
        {label}
      </p>
      <div className="flex flex-wrap gap-1">
        {options.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={chosen.includes(option)}
            onClick={() => toggle(option)}
            className={classNames(
              "h-6 rounded-full border px-2 text-sm",
              chosen.includes(option)
                ? "border-accent bg-accent-soft font-medium text-accent-strong"
                : "border-line text-ink-2 hover:bg-s2",
            )}
          >
            {name(option)}
          </button>
        ))}
      </div>
    </div>
  );
}
