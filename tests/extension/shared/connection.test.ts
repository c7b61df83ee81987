import { afterEach, expect, test, vi } from "vitest";
import { allowThisMachine, reach } from "../../../extension/shared/connection";

const paired = { base: "http://127.0.0.1:9", token: "t" };
let granted = true;

afterEach(() => vi.unstubAllGlobals());

function withPermission(held: boolean): void {
  granted = held;
  vi.stubGlobal("chrome", {
    permissions: {
      contains: async () => granted,
      request: async ({ origins }: { origins: string[] }) => {
        granted = origins.includes("http://127.0.0.1/*");
        return granted;
      },
    },
  });
}

test("nobody answers: the backend is off", async () => {
  withPermission(true);
  expect(await reach(paired)).toEqual({ is: "off", base: paired.base });
});

test("nobody can be asked: the permission was taken back, and can be given again", async () => {
  withPermission(false);
  expect(await reach(paired)).toEqual({ is: "blocked", base: paired.base });
  expect(await allowThisMachine()).toBe(true);
  expect((await reach(paired)).is).toBe("off");
});
