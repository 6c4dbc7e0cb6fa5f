import { spawn } from "node:child_process";

const COMMANDS: { readonly [platform: string]: readonly string[] } = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens an address in the browser of whoever started this; false where there is none to be found. */
export function openBrowser(url: string, platform: string = process.platform): Promise<boolean> {
  const [command = "xdg-open", ...args] = COMMANDS[platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
