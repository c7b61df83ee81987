import { askTab, type Handlers } from "../shared/messages";

/** Carries messages between a page's content script and its courier; keeps nothing, so it may end at any time. */
export const errands: Handlers = {
  "courier.there": async (_ask, { tab, frameId }) => {
    if (tab?.id === undefined || frameId === undefined) return null;
    return askTab(tab.id, "courier.frame", { frame: frameId }).catch(() => null);
  },
  "errand.order": async ({ frame, order }, { tab }) => {
    if (tab?.id === undefined) return false;
    return askTab(tab.id, "errand.run", order, frame).then(
      () => true,
      () => false,
    );
  },
  "errand.tell": async (told, { tab }) =>
    tab?.id === undefined ? null : askTab(tab.id, "errand.told", told).catch(() => null),
};
