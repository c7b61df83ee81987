import { type PanelBox, readSetting, type Settings, watchSetting, writeSetting } from "../shared/settings";
import { makeHandle } from "./overlay-handle";

const DOCKED = "data-papergloss-docked";
const WIDTH = "--papergloss-width";
/** Below this width of the window the panel is a sheet over the page; page.css has the same number. */
const NARROW = 900;
/** What stays free around the panel, and the least that it may be wide and high, in CSS pixels. */
const MARGIN = 12;
const LEAST = 320;

const BASE = "position:absolute;touch-action:none;";
const STYLES = {
  right: `${BASE}inset:0 auto 0 -4px;width:9px;cursor:ew-resize`,
  left: `${BASE}inset:0 -4px 0 auto;width:9px;cursor:ew-resize`,
  bottom: `${BASE}inset:auto 0 -4px;height:9px;cursor:ns-resize`,
  grip: `${BASE}inset:0 38% auto;height:8px;cursor:move;border-radius:0 0 8px 8px;background:rgb(128 120 110 / .25)`,
};

/** What a move of the side's edge changes: only a floating panel's left edge takes its place along. */
const WIDER: Record<Settings["dock"], (x: number) => Partial<PanelBox>> = {
  right: (x) => ({ width: -x }),
  left: (x) => ({ width: x }),
  float: (x) => ({ width: -x, x }),
};

/** Puts the panel where the reader wants it, and lets them move its edges; an abort leaves the page as it was. */
export async function placeOverlay(host: HTMLElement, root: ShadowRoot, signal: AbortSignal): Promise<void> {
  const loaded = new Promise((resolve) => root.querySelector("iframe")?.addEventListener("load", resolve));
  let [dock, box] = await Promise.all([readSetting("dock"), readSetting("panelBox")]);
  if (signal.aborted) return;
  signal.addEventListener("abort", () => {
    document.documentElement.removeAttribute(DOCKED);
    document.documentElement.style.removeProperty(WIDTH);
  });
  // Nothing else is done before the panel is seen: to move the whole page is slow, and so are edges to drag.
  if (dock !== "right" || box) place(host, innerWidth < NARROW ? "right" : dock, box && inside(box), false);
  await loaded;
  if (signal.aborted) return;
  const change = (by: Partial<PanelBox>) => {
    const now = box ?? boxOf(host);
    const { width = 0, height = 0, x = 0, y = 0 } = by;
    box = inside({ width: now.width + width, height: now.height + height, x: now.x + x, y: now.y + y });
    show();
  };
  // What was kept here comes back as a change, late: it would undo a move that has gone on meanwhile.
  const own = new Set<string>();
  const keep = () => {
    own.add(JSON.stringify(box));
    void writeSetting("panelBox", box);
  };
  const side = makeHandle("resize", (x) => change(WIDER[dock](x)), keep);
  const bottom = makeHandle("resize_height", (_x, y) => change({ height: y }), keep);
  const grip = makeHandle("move_panel", (x, y) => change({ x, y }), keep);
  const show = () => {
    const sheet = innerWidth < NARROW;
    place(host, sheet ? "right" : dock, sheet ? null : box, true);
    side.hidden = sheet;
    bottom.hidden = grip.hidden = sheet || dock !== "float";
    side.style.cssText = sheet ? "" : STYLES[dock === "left" ? "left" : "right"];
    bottom.style.cssText = bottom.hidden ? "display:none" : STYLES.bottom;
    grip.style.cssText = grip.hidden ? "display:none" : STYLES.grip;
    side.ariaValueNow = String(Math.round(host.getBoundingClientRect().width));
    side.ariaValueMin = String(LEAST);
    side.ariaValueMax = String(Math.max(LEAST, innerWidth - 2 * MARGIN));
  };
  root.append(side, bottom, grip);
  const onDock = (next: Settings["dock"]) => {
    dock = next;
    show();
  };
  const onBox = (next: PanelBox | null) => {
    box = next && inside(next);
    show();
  };
  watchSetting("dock", onDock, signal);
  watchSetting("panelBox", (next) => own.delete(JSON.stringify(next)) || onBox(next), signal);
  addEventListener("resize", show, { signal });
  onBox(box);
}

/** Shows the panel docked or floating; a box of null leaves its size to page.css. */
function place(host: HTMLElement, dock: Settings["dock"], box: PanelBox | null, room: boolean): void {
  const page = document.documentElement;
  if (box) page.style.setProperty(WIDTH, `${box.width}px`);
  else page.style.removeProperty(WIDTH);
  if (room && dock !== "float") page.setAttribute(DOCKED, dock);
  else page.removeAttribute(DOCKED);
  const { x, y, height } = box ?? boxOf(host);
  const inset = { right: "0 0 0 auto", left: "0 auto 0 0", float: `${y}px auto auto ${x}px` }[dock];
  // page.css says `!important`, against arXiv's own rules.
  host.style.setProperty("inset", inset, "important");
  host.style.setProperty("height", dock === "float" ? `${height}px` : "auto", "important");
  host.style.setProperty("border-radius", dock === "float" ? "12px" : "0", "important");
}

/** Where the panel floats now, or where it would at first. */
function boxOf(host: HTMLElement): PanelBox {
  const { width, height, x, y } = host.getBoundingClientRect();
  if (host.style.height.endsWith("px")) return { width, height, x, y };
  return inside({ width, height: 720, x: innerWidth - width - 2 * MARGIN, y: 4 * MARGIN });
}

/** The box made so small, and moved so far, that it is all inside the window. */
function inside({ width, height, x, y }: PanelBox): PanelBox {
  const within = (value: number, most: number, least = LEAST) => Math.max(least, Math.min(value, most));
  const wide = within(width, innerWidth - 2 * MARGIN);
  const high = within(height, innerHeight - 2 * MARGIN);
  return {
    width: wide,
    height: high,
    x: within(x, innerWidth - wide - MARGIN, MARGIN),
    y: within(y, innerHeight - high - MARGIN, MARGIN),
  };
}
