import { expect, it } from "vitest";
import { isBoardFile, isShown, isWelcome } from "./file-kinds";

const named = (name: string, type = "") => ({ name, type });

it("shows at once what browsers draw, by type, or by ending where there is none", () => {
  expect(
    [named("a.bin", "image/svg+xml"), named("a.AVIF"), named("a.jpeg", "image/jpeg")].map(isShown),
  ).toEqual([true, true, true]);
  expect([named("a.heic"), named("a.png", "image/heic"), named("a.tiff", "image/tiff")].map(isShown)).toEqual(
    [false, false, false],
  );
});

it("takes JSON for a board", () => {
  expect(isBoardFile(named("a.imprompt.json"))).toBe(true);
  expect(isBoardFile(named("a", "application/json"))).toBe(true);
  expect(isBoardFile(named("a.png", "image/png"))).toBe(false);
});

it("welcomes pictures and boards, and what has no type for the server to judge", () => {
  const welcome = [
    named("a.HEIC"),
    named("a.tif", "application/octet-stream"),
    named("a", "image/x-any"),
    named("a"),
  ];
  expect(welcome.map(isWelcome)).toEqual([true, true, true, true]);
  expect(isWelcome(named("a.pdf", "application/pdf"))).toBe(false);
});
