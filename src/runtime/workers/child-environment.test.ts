import { expect, it } from "vitest";
import { childEnvironment } from "./child-environment.js";

it("passes what decoders need and nothing that may be secret", () => {
  const environment = {
    HOME: "/home/a",
    LC_ALL: "C",
    Path: "/bin",
    API_KEY: "s",
    NODE_OPTIONS: "-r x",
    MY_TOKEN: "s",
  };
  expect(childEnvironment(environment)).toEqual({
    HOME: "/home/a",
    LC_ALL: "C",
    Path: "/bin",
    MALLOC_ARENA_MAX: "2",
  });
  expect(childEnvironment({ MALLOC_ARENA_MAX: "8" })).toEqual({ MALLOC_ARENA_MAX: "8" });
});
