import type { FormEvent, JSX } from "react";
import { useState } from "react";
import { Button } from "../ui/button";
import { Field, TextInput } from "../ui/field";
import { takeUrl } from "./take";

const WRONG = "This is not a web address. It begins with https:// or http://.";

/** A picture on the web: the server fetches it, the page asks nobody. */
export function WebAddress(): JSX.Element {
  const [address, setAddress] = useState("");
  const [wrong, setWrong] = useState(false);
  const bring = (event: FormEvent): void => {
    event.preventDefault();
    if (takeUrl(address)) setAddress("");
    else setWrong(true);
  };
  return (
    <form onSubmit={bring} noValidate>
      <Field
        label="Or the address of a picture on the web"
        note="Your imprompt server fetches it."
        {...(wrong ? { error: WRONG } : {})}
      >
        {(attributes) => (
          <div className="flex gap-2">
            <TextInput
              {...attributes}
              type="url"
              className="max-sm:h-10"
              inputMode="url"
              placeholder="https://"
              value={address}
              onChange={(event) => {
                setAddress(event.target.value);
                setWrong(false);
              }}
            />
            <Button type="submit" disabled={address.trim() === ""} className="max-sm:h-10">
              Fetch
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
