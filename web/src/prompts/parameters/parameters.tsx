import type { Blueprint, ParameterSettings, ParameterValue, Target, Warning } from "imprompt/core";
import { compileWith } from "imprompt/core";
import type { JSX } from "react";
import { useMemo } from "react";
import { currentBoard, dispatch } from "../../state/store";
import { Button } from "../../ui/button";
import { capabilitiesOf } from "../targets/groups";
import { ParameterControl } from "./control";
import { FrameControl, frameNames } from "./frame-control";
import { troubleOf, withSettings } from "./settings";

interface ParametersProps {
  readonly target: Target;
  readonly blueprint: Blueprint;
  readonly minConfidence: number;
  /** What the user has set for this target. */
  readonly settings: ParameterSettings;
  readonly warnings: readonly Warning[];
}

/** Sets parameters of the current board; its settings are read anew, since several controls may change in one go. */
function change(target: string, changes: { readonly [name: string]: ParameterValue | undefined }): void {
  const board = currentBoard();
  if (board === undefined) return;
  const parameters = withSettings(board.parameters[target] ?? {}, changes);
  dispatch({ type: "parameters-set", id: board.id, target, parameters });
}

/** Every parameter of the target as a control, from its capabilities alone. */
export function Parameters(props: ParametersProps): JSX.Element {
  const { target, blueprint, minConfidence, settings, warnings } = props;
  const capabilities = capabilitiesOf(target);
  const { id } = target.dialect;
  /** What holds where the user sets nothing: chosen from the picture. */
  const own = useMemo(
    () => compileWith(target, blueprint, { minConfidence }).parameters,
    [target, blueprint, minConfidence],
  );
  const framed = frameNames(capabilities.frame);
  const frameSpecs = capabilities.parameters.filter(({ name }) => framed.includes(name));
  const changed = Object.keys(settings);
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] gap-x-4 gap-y-3">
        <FrameControl
          frame={capabilities.frame}
          specs={frameSpecs}
          set={settings}
          own={own}
          trouble={framed.map((name) => troubleOf(name, warnings)).find((trouble) => trouble !== undefined)}
          onChange={(changes) => change(id, changes)}
        />
        {capabilities.parameters
          .filter(({ name }) => !framed.includes(name))
          .map((spec) => (
            <ParameterControl
              key={spec.name}
              spec={spec}
              set={settings[spec.name]}
              own={own[spec.name] ?? spec.default}
              trouble={settings[spec.name] === undefined ? undefined : troubleOf(spec.name, warnings)}
              onChange={(value) =>
                change(id, { [spec.name]: value === (own[spec.name] ?? spec.default) ? undefined : value })
              }
            />
          ))}
      </div>
      {changed.length === 0 ? null : (
        <Button
          size="sm"
          className="self-start"
          onClick={() => change(id, Object.fromEntries(changed.map((name) => [name, undefined])))}
        >
          Reset all parameters
        </Button>
      )}
    </div>
  );
}
