import type { FormEvent, JSX } from "react";
import { useState } from "react";
import type { Board } from "../state/board";
import { dispatch } from "../state/store";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Field, TextInput } from "../ui/field";

interface RenameDialogProps {
  readonly board: Board;
  readonly onClose: () => void;
}

export function RenameDialog({ board, onClose }: RenameDialogProps): JSX.Element {
  const [name, setName] = useState(board.name);
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === "") return;
    dispatch({ type: "renamed", id: board.id, name: name.trim() });
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title="Rename the board">
      <form onSubmit={rename} className="flex flex-col gap-4">
        <Field label="Name">
          {(attributes) => (
            <TextInput
              {...attributes}
              maxLength={200}
              value={name}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={name.trim() === ""}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
