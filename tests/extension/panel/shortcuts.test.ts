// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { listenForShortcuts, SHORTCUTS } from "../../../extension/panel/shortcuts";

let stop: AbortController;
const run = vi.fn();

beforeEach(() => {
  stop = new AbortController();
  run.mockClear();
  // jsdom knows no popovers.
  const find = document.querySelector.bind(document);
  vi.spyOn(document, "querySelector").mockImplementation((selector: string) =>
    find(selector.replace(", :popover-open", "")),
  );
  document.body.innerHTML = "<button>b</button><input><textarea></textarea><select></select>";
  listenForShortcuts(run, stop.signal);
});

afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

function press(key: string, more: KeyboardEventInit = {}, on = "button"): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  document.querySelector(on)?.dispatchEvent(event);
  return event;
}

test.each(SHORTCUTS.map(({ key }) => key))("%s is heard, and goes no further", (key) => {
  expect(press(key).defaultPrevented).toBe(true);
  expect(run).toHaveBeenCalledExactlyOnceWith(key);
});

test.each(["input", "textarea", "select"])("in a field, %s, a letter is a letter", (field) => {
  expect(press("s", {}, field).defaultPrevented).toBe(false);
  expect(run).not.toHaveBeenCalled();
});

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])("%o is the browser's", (modifier) => {
  expect(press("t", modifier).defaultPrevented).toBe(false);
  expect(run).not.toHaveBeenCalled();
});

test("under an open dialog the keys are its own", () => {
  document.body.insertAdjacentHTML("beforeend", "<dialog open></dialog>");
  press("j");
  expect(run).not.toHaveBeenCalled();
});
