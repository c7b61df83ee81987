import { vi } from "vitest";

type Listener = (...values: never[]) => unknown;

/** The part of the extension API that our code uses, in memory. Only for tests. */
export class FakeChrome {
  readonly opened: { url?: string; openerTabId?: number }[] = [];
  readonly sent: unknown[] = [];
  /** What pages of ours answer, by the kind of the message. */
  readonly answers: Record<string, unknown> = {};
  /** Tabs that were brought to the front. */
  readonly activated: number[] = [];
  /** Tabs that are not there any more. */
  readonly closed = new Set<number>();
  /** What a tab's content script answers; without one there is none in the tab. */
  inTab: ((message: unknown) => unknown) | null = null;
  /** What the side panel of a tab shows; without one (null) it cannot be opened. */
  sidePanel: Record<number, string> | null = null;
  /** What stands in the context menu. */
  readonly menus: { id: string; title?: string }[] = [];
  /** Whether scripts may run in the tab, which is this very document. */
  mayRead = true;
  /** The mark on the toolbar button. */
  badge = "";
  /** What the reader has allowed beyond the manifest's permissions. */
  readonly allowed = new Set<string>();
  /** What notifications say, by their name. */
  readonly notified: Record<string, string> = {};
  /** What the toolbar button opens by itself; empty: nothing, the press is told. */
  popup = "";
  /** Whether the browser lets us open it, and what was opened. */
  mayPopUp = false;
  readonly poppedUp: string[] = [];
  readonly local = new FakeArea();
  readonly session = new FakeArea();
  private readonly onMessage = new FakeEvent();
  private readonly onClicked = new FakeEvent();
  private readonly onMenu = new FakeEvent();
  private readonly onInstalled = new FakeEvent();
  private readonly onCommand = new FakeEvent();
  private readonly onNotification = new FakeEvent();
  private readonly onAllowed = new FakeEvent();

  /** Installs it as the global `chrome` until the test ends. */
  install(): this {
    vi.stubGlobal("chrome", {
      runtime: {
        id: "id",
        getURL: (path: string) => `chrome-extension://id/${path}`,
        onMessage: this.onMessage,
        onInstalled: this.onInstalled,
        sendMessage: async (message: unknown) => {
          this.sent.push(message);
          return this.answers[(message as { kind: string }).kind] ?? null;
        },
      },
      i18n: { getMessage: (key: string) => key },
      action: {
        onClicked: this.onClicked,
        setBadgeText: async ({ text }: { text: string }) => {
          this.badge = text;
        },
        setTitle: async () => undefined,
        setPopup: async ({ popup }: { popup: string }) => {
          this.popup = popup;
        },
        openPopup: async () => {
          if (!this.mayPopUp) throw new Error("Failed to open popup.");
          this.poppedUp.push(this.popup);
        },
      },
      commands: { onCommand: this.onCommand },
      sidePanel: {
        setOptions: async ({ tabId, path }: { tabId: number; path: string }) => {
          if (this.sidePanel) this.sidePanel[tabId] = path;
        },
        open: async () => {
          if (!this.sidePanel) throw new Error("Only in response to a user gesture.");
        },
      },
      contextMenus: {
        onClicked: this.onMenu,
        removeAll: (done: () => void) => done(),
        create: (item: { id: string }) => this.menus.push(item),
      },
      permissions: {
        contains: async ({ permissions }: { permissions: string[] }) =>
          permissions.every((name) => this.allowed.has(name)),
        onAdded: this.onAllowed,
      },
      scripting: {
        executeScript: async ({ func }: { func: () => unknown }) => {
          if (!this.mayRead) throw new Error("Cannot access contents of the page.");
          return [{ result: func() }];
        },
      },
      storage: { local: this.local, session: this.session },
      tabs: {
        create: async (tab: { url?: string }) => this.opened.push(tab),
        update: async (tab: number) => {
          if (!Number.isInteger(tab) || this.closed.has(tab)) throw new Error("No tab with that id.");
          this.activated.push(tab);
          return { windowId: 1 };
        },
        sendMessage: async (_tab: number, message: unknown) => {
          if (!this.inTab) throw new Error("Receiving end does not exist.");
          return this.inTab(message);
        },
      },
      windows: { update: async () => undefined },
    });
    return this;
  }

  /** As the reader does on the options page; from now on there is the API. */
  allowNotifications(): void {
    this.allowed.add("notifications");
    Object.assign(globalThis.chrome, {
      notifications: {
        create: async (name: string, { message }: { message: string }) => {
          this.notified[name] = message;
        },
        clear: async (name: string) => delete this.notified[name],
        onClicked: this.onNotification,
      },
    });
    this.onAllowed.fire({ permissions: ["notifications"] });
  }

  pressNotification(name: string): Promise<unknown> {
    return Promise.all(this.onNotification.fire(name));
  }

  /** Delivers a message as the browser does; undefined where nobody answers. */
  deliver(kind: string, ask: unknown, sender: object = {}): Promise<unknown> {
    return new Promise((resolve) => {
      const replies = this.onMessage.fire({ kind, ask }, sender, resolve);
      if (!replies.includes(true)) resolve(undefined);
    });
  }

  /** As after an install or an update of the extension. */
  installed(reason = "update"): void {
    this.onInstalled.fire({ reason });
  }

  pressMenu(id: string, info: object, tab: object): void {
    this.onMenu.fire({ menuItemId: id, ...info }, tab);
  }

  pressShortcut(name: string, tab: object): void {
    this.onCommand.fire(name, tab);
  }

  pressToolbarButton(tab: object): Promise<unknown> {
    return Promise.all(this.onClicked.fire(tab));
  }
}

class FakeEvent {
  private readonly listeners = new Set<Listener>();
  addListener(listener: Listener): void {
    this.listeners.add(listener);
  }
  removeListener(listener: Listener): void {
    this.listeners.delete(listener);
  }
  fire(...values: unknown[]): unknown[] {
    return [...this.listeners].map((listener) => listener(...(values as never[])));
  }
}

class FakeArea {
  readonly onChanged = new FakeEvent();
  readonly stored: Record<string, unknown> = {};
  async getKeys(): Promise<string[]> {
    return Object.keys(this.stored);
  }
  async get(wanted: string | string[] | Record<string, unknown>): Promise<Record<string, unknown>> {
    const named = typeof wanted === "string" ? [wanted] : wanted;
    const defaults = Array.isArray(named) ? {} : named;
    const keys = Array.isArray(named) ? named : Object.keys(named);
    const found = keys.filter((key) => key in this.stored).map((key) => [key, this.stored[key]]);
    return { ...defaults, ...Object.fromEntries(found) };
  }
  async set(values: Record<string, unknown>): Promise<void> {
    Object.assign(this.stored, structuredClone(values));
    this.onChanged.fire(
      Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])),
    );
  }
  async remove(gone: string | string[]): Promise<void> {
    const keys = [gone].flat();
    for (const key of keys) delete this.stored[key];
    this.onChanged.fire(Object.fromEntries(keys.map((key) => [key, {}])));
  }
}
