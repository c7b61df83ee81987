import { readSetting } from "../shared/settings";

/** After installing, the welcome page; not where a backend is paired already. */
export async function onInstalled({ reason }: { reason: string }): Promise<void> {
  if (reason !== "install" || (await readSetting("paired"))) return;
  await chrome.tabs.create({ url: "/welcome/welcome.html" });
}
