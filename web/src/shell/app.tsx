import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import type { JSX } from "react";
import { lazy, Suspense } from "react";
import { DropEverywhere } from "../bring/drop-everywhere";
import { BoardScreen } from "./board-screen";
import { Boundary } from "./boundary";
import { Loading } from "./loading";
import { Notices } from "./notices";
import { useScreen } from "./route";
import { TopBar } from "./top-bar";

const BlendScreen = lazy(async () => ({ default: (await import("../blend/blend-screen")).BlendScreen }));
const StyleScreen = lazy(async () => ({ default: (await import("../style/style-screen")).StyleScreen }));

export function App(): JSX.Element {
  const screen = useScreen();
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={400}>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-s1 focus:px-3 focus:py-2"
        >
          Skip to the content
        </a>
        <DropEverywhere>
          <div className="flex min-h-dvh flex-col lg:h-dvh">
            <TopBar screen={screen} />
            <main
              id="main"
              tabIndex={-1}
              className="flex min-h-0 flex-1 flex-col outline-none lg:overflow-y-auto"
            >
              <Boundary key={screen}>
                {screen === "board" ? (
                  <BoardScreen />
                ) : (
                  <Suspense fallback={<Loading />}>
                    {screen === "blend" ? <BlendScreen /> : <StyleScreen />}
                  </Suspense>
                )}
              </Boundary>
            </main>
          </div>
        </DropEverywhere>
        <Notices />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
