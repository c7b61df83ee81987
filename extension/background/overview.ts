const POPUP = "popup/popup.html";

/**
 * Shows the overview under the toolbar button. The button has no popup of its own, so that one press opens a
 * paper; it has one for this moment only. Answers false where the browser does not let us open it.
 */
export async function openOverview(): Promise<boolean> {
  try {
    await chrome.action.setPopup({ popup: POPUP });
    await chrome.action.openPopup();
    return true;
  } catch {
    return false;
  } finally {
    await chrome.action.setPopup({ popup: "" });
  }
}
