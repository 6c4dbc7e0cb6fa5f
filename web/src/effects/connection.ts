import type { Client } from "imprompt/client";
import { createClient } from "imprompt/client";

const KEY = "imprompt.token";

function remember(token: string): void {
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // a browser that keeps nothing: the token holds until the page is closed
  }
}

function remembered(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Takes `#token=...` out of the address, so that it is neither shown, shared nor kept as a bookmark. */
function tokenOfAddress(): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given === null || given === "") return undefined;
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
  remember(given);
  return given;
}

let token: string | undefined;

/** Reads the token that `imprompt serve` put into the address it printed; call it once, before anything is asked. */
export function takeToken(): void {
  token = tokenOfAddress() ?? remembered();
}

/** The API of the server that this page came from. */
export function server(): Client {
  return createClient({ baseUrl: location.origin, ...(token === undefined ? {} : { token }) });
}
