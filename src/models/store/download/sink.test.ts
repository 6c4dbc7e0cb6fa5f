import { expect, test } from "vitest";
import { diskFailure } from "./sink.js";

test("a full disk is told as such, any other trouble of writing as that", () => {
  const failure = (code: string) => diskFailure("/models/x", Object.assign(new Error(code), { code }));
  expect([failure("ENOSPC").code, failure("EDQUOT").code]).toEqual(["disk-full", "disk-full"]);
  expect(failure("EROFS")).toMatchObject({ code: "output-failed", where: "/models/x" });
  expect(failure("ENOSPC").hint).toContain("it goes on from here");
});
