import type { JSX } from "react";
import { DropArea } from "./drop-area";
import { Examples } from "./examples";
import { PromptBox } from "./prompt-box";
import { WebAddress } from "./web-address";

/** Every way in: files, an address, a prompt, the examples. */
export function BringPanel(): JSX.Element {
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <DropArea />
      <div className="flex flex-col gap-4 rounded-xl border border-line bg-s1 p-4">
        <WebAddress />
        <hr className="border-line" />
        <PromptBox />
      </div>
      <section aria-labelledby="examples" className="flex flex-col gap-2 lg:col-span-2">
        <h2 id="examples" className="text-base font-semibold">
          Or try an example
        </h2>
        <Examples />
      </section>
    </div>
  );
}
