import { vi } from "vitest";

type Listener = (...values: never[]) => unknown;

/** The part of the extension API that our code uses, in memory. Only for tests. */
export class FakeChrome {
  readonly opened: { url?: string; openerTabId?: number }[] = [];
  readonly sent: unknown[] = [];
  /** What a tab's content script answers; without one there is none in the tab. */
  inTab: ((message: unknown) => unknown) | null = null;
  /** What stands in the context menu. */
  readonly menus: { id: string; title?: string }[] = [];
  /** Whether scripts may run in the tab, which is this very document. */
  mayRead = true;
  readonly local = new FakeArea();
  readonly session = new FakeArea();
  private readonly onMessage = new FakeEvent();
  private readonly onClicked = new FakeEvent();
  private readonly onMenu = new FakeEvent();
  private readonly onInstalled = new FakeEvent();

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
          return null;
        },
      },
      i18n: { getMessage: (key: string) => key },
      action: { onClicked: this.onClicked },
      contextMenus: {
        onClicked: this.onMenu,
        removeAll: (done: () => void) => done(),
        create: (item: { id: string }) => this.menus.push(item),
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
        sendMessage: async (_tab: number, message: unknown) => {
          if (!this.inTab) throw new Error("Receiving end does not exist.");
          return this.inTab(message);
        },
      },
    });
    return this;
  }

  /** Delivers a message as the browser does; undefined where nobody answers. */
  deliver(kind: string, ask: unknown, sender: object = {}): Promise<unknown> {
    return new Promise((resolve) => {
      const replies = this.onMessage.fire({ kind, ask }, sender, resolve);
      if (!replies.includes(true)) resolve(undefined);
    });
  }

  /** As after an install or an update of the extension. */
  installed(): void {
    this.onInstalled.fire({});
  }

  pressMenu(id: string, info: object, tab: object): void {
    this.onMenu.fire({ menuItemId: id, ...info }, tab);
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
  async get(wanted: string | Record<string, unknown>): Promise<Record<string, unknown>> {
    const defaults = typeof wanted === "string" ? {} : wanted;
    const keys = typeof wanted === "string" ? [wanted] : Object.keys(wanted);
    const found = keys.filter((key) => key in this.stored).map((key) => [key, this.stored[key]]);
    return { ...defaults, ...Object.fromEntries(found) };
  }
  async set(values: Record<string, unknown>): Promise<void> {
    Object.assign(this.stored, structuredClone(values));
    this.onChanged.fire(
      Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])),
    );
  }
  async remove(key: string): Promise<void> {
    delete this.stored[key];
    this.onChanged.fire({ [key]: {} });
  }
}
