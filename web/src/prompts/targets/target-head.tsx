import type { Target } from "imprompt/core";
import { Star } from "lucide-react";
import type { JSX } from "react";
import { memo } from "react";
import { classNames } from "../../ui/class-names";
import { Select } from "../../ui/field";
import { IconButton } from "../../ui/icon-button";
import { chooseTarget, toggleFavourite, useFavourites } from "./choice";
import { capabilitiesOf } from "./groups";
import { nameOf } from "./loaded";
import { StatusBadge } from "./status-badge";

function VersionSelect({ target }: { readonly target: Target }): JSX.Element | null {
  const { dialect } = target;
  if (dialect.versions.length < 2) return null;
  return (
    <Select
      aria-label="Version"
      className="!h-7 !w-auto max-w-full"
      value={target.version}
      onChange={(event) => chooseTarget(nameOf({ dialect, version: event.target.value }))}
    >
      {dialect.versions.map((version) => {
        const { title, status } = dialect.capabilities(version);
        return (
          <option key={version} value={version}>
            {status === "current" ? title : `${title} (${status})`}
          </option>
        );
      })}
    </Select>
  );
}

/** What the prompt is for: the version, its standing, and whether it is a favorite. */
export const TargetHead = memo(function TargetHead({ target }: { readonly target: Target }): JSX.Element {
  const { id, versions } = target.dialect;
  const { title, status, vendor } = capabilitiesOf(target);
  const starred = useFavourites().includes(id);
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <h3 className={versions.length < 2 ? "font-semibold" : "sr-only"}>{title}</h3>
      <VersionSelect target={target} />
      <StatusBadge status={status} />
      <span className="text-sm text-ink-3">{vendor}</span>
      <span className="ml-auto">
        <IconButton
          icon={Star}
          size="sm"
          label={starred ? `Take ${id} off the favorites` : `Add ${id} to the favorites`}
          onClick={() => toggleFavourite(id)}
          className={classNames(starred && "[&_svg]:fill-current !text-accent")}
        />
      </span>
    </div>
  );
});
