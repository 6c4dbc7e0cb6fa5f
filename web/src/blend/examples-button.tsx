import type { JSX } from "react";
import mistyLake from "../../../examples/misty-lake.jpg?url&no-inline";
import neonStreet from "../../../examples/neon-street.jpg?url&no-inline";
import sketch from "../../../examples/sketch.png?url&no-inline";
import { bringOwn } from "../effects/bring-picture";
import { Button } from "../ui/button";

/** Three that differ in light, color and medium, so that there is something to choose from each. */
function bringExamples(): void {
  bringOwn(neonStreet, "neon-street.jpg");
  bringOwn(mistyLake, "misty-lake.jpg");
  bringOwn(sketch, "sketch.png");
}

/** Brings three of the examples to try a blend with. */
export function ExamplesButton(): JSX.Element {
  return (
    <Button size="lg" onClick={bringExamples}>
      Try three examples
    </Button>
  );
}
