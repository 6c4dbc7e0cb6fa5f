import { Download } from "lucide-react";
import type { JSX } from "react";
import { notify } from "../../state/notices";
import { currentBoard } from "../../state/store";
import { IconButton } from "../../ui/icon-button";
import type { MenuItem } from "../../ui/menu";
import { Menu } from "../../ui/menu";
import { useFavourites } from "../targets/choice";
import type { ExportScope } from "./save-prompts";
import type { ExportFormat } from "./write-prompts";

function save(scope: ExportScope, format: ExportFormat): void {
  const board = currentBoard();
  if (board === undefined) return;
  import("./save-prompts")
    .then(({ savePrompts }) => savePrompts(board, scope, format))
    .catch(() =>
      notify({ tone: "bad", text: "The file could not be made. Check the connection and try again." }),
    );
}

const FORMATS: readonly (readonly [ExportFormat, string])[] = [
  ["txt", "Text (.txt)"],
  ["json", "JSON (.json)"],
  ["csv", "Table (.csv)"],
];

/** Prompts as files: of the target shown, of the favorites, of all targets. */
export function ExportMenu({ targetId }: { readonly targetId: string }): JSX.Element {
  const favourites = useFavourites();
  const group = (heading: string, scope: ExportScope): MenuItem => ({
    heading,
    items: FORMATS.map(([format, label]) => ({ label, run: () => save(scope, format) })),
  });
  const items: MenuItem[] = [
    group("This target", [targetId]),
    ...(favourites.length === 0 ? [] : [group("Favorites", favourites)]),
    group("All targets", "all"),
  ];
  return <Menu align="end" items={items} trigger={<IconButton icon={Download} label="Export prompts" />} />;
}
