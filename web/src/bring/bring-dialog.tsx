import type { JSX } from "react";
import { Dialog } from "../ui/dialog";
import { BringPanel } from "./bring-panel";
import { openBringing, useBringing } from "./bringing";

/** The ways in, over whatever page is open. */
export function BringDialog(): JSX.Element {
  return (
    <Dialog open={useBringing()} onOpenChange={openBringing} title="New board" wide>
      <BringPanel />
    </Dialog>
  );
}
