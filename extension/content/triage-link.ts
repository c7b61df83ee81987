/** “Gloss this page”: a link, as arXiv's own beside it, that acts as a button. */
export function triageLink(press: () => void): HTMLAnchorElement {
  const link = document.createElement("a");
  link.role = "button";
  link.href = "#papergloss-triage";
  link.textContent = chrome.i18n.getMessage("triage_start");
  link.title = chrome.i18n.getMessage("triage_start_title");
  const act = (event: Event) => {
    event.preventDefault();
    press();
  };
  link.addEventListener("click", act);
  link.addEventListener("keydown", (event) => event.key === " " && act(event));
  return link;
}
