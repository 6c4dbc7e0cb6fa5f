import type { JSX } from "react";
import { lazy, Suspense, useEffect } from "react";
import { ArrivalScreen } from "../bring/arrival-screen";
import { BringScreen } from "../bring/bring-screen";
import { Strip } from "../bring/strip";
import { useCurrentArrival, useCurrentBoard } from "../state/store";
import { Loading } from "./loading";

const loadOpenBoard = (): Promise<typeof import("./open-board")> => import("./open-board");

const OpenBoard = lazy(async () => ({ default: (await loadOpenBoard()).OpenBoard }));

/** What is current: a board, a picture on its way, or the page that asks for one. */
export function BoardScreen(): JSX.Element {
  const board = useCurrentBoard();
  const arrival = useCurrentArrival();
  const coming = arrival !== undefined;
  useEffect(() => {
    if (coming) void loadOpenBoard(); // fetched while the server works on the picture
  }, [coming]);
  return (
    <>
      <Strip />
      {board !== undefined ? (
        <Suspense fallback={<Loading />}>
          <OpenBoard board={board} />
        </Suspense>
      ) : arrival !== undefined ? (
        <ArrivalScreen arrival={arrival} />
      ) : (
        <BringScreen />
      )}
    </>
  );
}
