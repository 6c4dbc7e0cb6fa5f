import { expect } from "vitest";
import { at, expectHere, goTo, here, phrase, press, proves, textsIn, weighs } from "./keyboard.js";

/** What shows that each key of the board works; taken up where this is imported. */
export const GO = "On the board: go";
export const CHANGE = "On a phrase: change";
export const MOVE = "On a phrase: move";
export const FIELD = "While adding or editing";

proves(GO, "Left", async () => {
  await goTo("two lanterns");
  await press("Left");
  await expectHere("a red fox");
});
proves(GO, "Right", async () => {
  await goTo("a red fox");
  await press("Right");
  await expectHere("two lanterns");
});
proves(GO, "Down", async () => {
  await goTo("a red fox");
  const before = await at.page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
  await press("Down");
  const after = await at.page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
  expect(after).toBeGreaterThan(before);
  expect(await here()).not.toBe("two lanterns");
});
proves(GO, "Up", async () => {
  await goTo("a red fox");
  await press("Down");
  await press("Up");
  await expectHere("a red fox");
});
proves(GO, "Home", async () => {
  await goTo("wet cobbles");
  await press("Home");
  await expectHere("mountain village");
});
proves(GO, "End", async () => {
  await goTo("mountain village");
  await press("End");
  await expectHere("distant hills");
});
proves(GO, "Ctrl+Home", async () => {
  await goTo("wet cobbles");
  await press("Ctrl+Home");
  await expectHere("a red fox");
});
proves(GO, "Ctrl+End", async () => {
  await goTo("a red fox");
  await press("Ctrl+End");
  await expectHere("photograph");
});

proves(CHANGE, "Enter", async () => {
  await goTo("quiet");
  await press("Enter");
  await at.page.keyboard.type("very quiet");
  await press("Enter");
  expect((await phrase("very quiet")).row).toBe("atmosphere");
  await expectHere("very quiet");
});
proves(CHANGE, "F2", async () => {
  await goTo("homely");
  await press("F2");
  await at.page.getByRole("textbox", { name: "Words of homely" }).waitFor();
  await press("Escape");
  await expectHere("homely");
});
for (const keys of ["Space", "Menu", "Shift+F10"]) {
  proves(CHANGE, keys, async () => {
    await goTo("low sun");
    await press(keys);
    const details = at.page.getByRole("dialog", { name: "low sun" });
    await details.getByText("62% sure").waitFor();
    await expect
      .poll(() => at.page.evaluate(() => document.activeElement?.getAttribute("type")))
      .toBe("range");
    await press("Escape");
    await details.waitFor({ state: "hidden" });
    await expectHere("low sun");
  });
}
proves(CHANGE, "A", async () => {
  await goTo("rim light");
  await press("A");
  await at.page.getByRole("combobox", { name: "Add to lighting" }).waitFor();
  await at.page.keyboard.type("a torch in the fog");
  await press("Enter");
  await press("Escape");
  expect((await textsIn("lighting")).at(-1)).toBe("a torch in the fog");
});
weighs("]", "a stone well", 1.1);
weighs("Alt+Up", "a stone well", 1.2);
weighs("[", "a stone well", 1.1);
weighs("Alt+Down", "a stone well", 1);
proves(CHANGE, "0", async () => {
  await goTo("two lanterns");
  await press("0");
  expect((await phrase("two lanterns")).weight).toBe(1);
});
proves(CHANGE, "P", async () => {
  await goTo("thin mist");
  await press("P");
  expect(await phrase("thin mist")).toMatchObject({ isPinned: true, isOut: false });
  await press("P");
  expect(await phrase("thin mist")).toMatchObject({ isPinned: false, isOut: true });
});
proves(CHANGE, "T", async () => {
  await goTo("folk art");
  await press("T");
  expect((await textsIn("style"))[0]).toBe("folk art");
  expect((await phrase("folk art")).isPinned).toBe(true);
});
proves(CHANGE, "X", async () => {
  await goTo("paper grain");
  await press("X");
  expect((await phrase("paper grain")).row).toBe("excluded");
  await expectHere("paper grain");
  await press("X");
  expect((await phrase("paper grain")).row).toBe("medium");
});
for (const [keys, text, next] of [
  ["Delete", "a cedar", "a crow"],
  ["Backspace", "a crow", "drinking from a puddle"],
] as const) {
  proves(CHANGE, keys, async () => {
    await goTo(text);
    await press(keys);
    expect(await textsIn("subject")).not.toContain(text);
    await expectHere(next);
  });
}

proves(MOVE, "Alt+Left", async () => {
  await goTo("wet cobbles");
  await press("Alt+Left");
  expect((await textsIn("setting")).slice(2, 4)).toEqual(["wet cobbles", "early spring"]);
});
proves(MOVE, "Alt+Right", async () => {
  await goTo("wet cobbles");
  await press("Alt+Right");
  expect((await textsIn("setting")).slice(2, 4)).toEqual(["early spring", "wet cobbles"]);
});
proves(MOVE, "Alt+Shift+Up", async () => {
  await goTo("narrow street");
  await press("Alt+Shift+Up");
  expect((await textsIn("action")).at(-1)).toBe("narrow street");
  await expectHere("narrow street");
});
proves(MOVE, "Alt+Shift+Down", async () => {
  await goTo("narrow street");
  await press("Alt+Shift+Down");
  expect((await textsIn("setting")).at(-1)).toBe("narrow street");
});

async function addToLight(): Promise<void> {
  await goTo("soft window light");
  await press("A");
  await at.page.getByRole("combobox", { name: "Add to lighting" }).waitFor();
  await at.page.keyboard.type("gol");
  await at.page.getByRole("listbox").getByRole("option").first().waitFor();
}

function chosenOption(): Promise<string | null> {
  return at.page.getByRole("option", { selected: true }).locator("span").first().textContent();
}

proves(FIELD, "Down", async () => {
  await addToLight();
  await press("Down");
  const first = await chosenOption();
  await press("Down");
  expect(await chosenOption()).not.toBe(first);
  await press("Escape");
});
proves(FIELD, "Up", async () => {
  await addToLight();
  await press("Down");
  const first = await chosenOption();
  await press("Down");
  await press("Up");
  expect(await chosenOption()).toBe(first);
  await press("Escape");
});
proves(FIELD, "Tab", async () => {
  await addToLight();
  await press("Down");
  const first = await chosenOption();
  await press("Tab");
  expect(await at.page.getByRole("combobox", { name: "Add to lighting" }).inputValue()).toBe(first);
  await press("Escape");
});
proves(FIELD, "Enter", async () => {
  await addToLight();
  await press("Down");
  const first = await chosenOption();
  await press("Enter");
  expect((await textsIn("lighting")).at(-1)).toBe(first);
  await press("Escape");
});
proves(FIELD, "Escape", async () => {
  await addToLight();
  await press("Escape");
  await at.page.getByRole("combobox", { name: "Add to lighting" }).waitFor({ state: "hidden" });
  await expectHere("soft window light");
});
