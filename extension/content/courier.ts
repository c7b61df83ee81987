import type { Ask, ErrandKind, FromCourier, News, Order, Trouble } from "../shared/errands";
import { answer, ask as askExtension } from "../shared/messages";

const ID = "papergloss-courier";

const under = new Map<string, (told: FromCourier) => void>();
let frame: Promise<number> | null = null;

/**
 * Sends the page's courier, a hidden page of the extension with network and token, on an errand; it is
 * made on first use. Ends with what came in the way, null where nothing did; an abort of `signal` calls it
 * back.
 */
export async function send<K extends ErrandKind>(
  errand: K,
  ask: Ask<K>,
  hear: (news: News<K>) => void,
  signal: AbortSignal,
): Promise<Trouble | null> {
  frame ??= makeCourier();
  const to = await frame;
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    const end = (trouble: Trouble | null) => {
      under.delete(id);
      signal.removeEventListener("abort", leave);
      resolve(trouble);
    };
    const leave = () => {
      void order(to, { id, errand: null });
      end(null);
    };
    under.set(id, (told) => (told.is === "news" ? hear(told.news as News<K>) : end(told.trouble)));
    signal.addEventListener("abort", leave);
    void order(to, { id, errand, ask } as Order).then((there) => there || end({ is: "off" }));
  });
}

/** False where the courier is gone, or the extension itself: an update cuts its old scripts off. */
async function order(to: number, what: Order): Promise<boolean> {
  if (!chrome.runtime?.id) return false;
  return askExtension("errand.order", { frame: to, order: what }).catch(() => false);
}

/** The number of the courier's frame, once it is there. */
function makeCourier(): Promise<number> {
  document.getElementById(ID)?.remove();
  const element = document.createElement("iframe");
  element.id = ID;
  element.src = chrome.runtime.getURL("courier/courier.html");
  element.title = "PaperGloss";
  element.ariaHidden = "true";
  element.tabIndex = -1;
  element.style.cssText =
    "all:initial;position:fixed;width:1px;height:1px;border:0;opacity:0;pointer-events:none";
  return new Promise((resolve) => {
    answer({
      "courier.frame": ({ frame }) => {
        resolve(frame);
        return null;
      },
      "errand.told": (told) => {
        under.get(told.id)?.(told);
        return null;
      },
    });
    document.body.append(element);
  });
}
