let region: HTMLElement | null = null;

/** Says one short sentence to screen readers. Streaming text is never announced, only its end is. */
export function announce(sentence: string): void {
  region ??= makeRegion();
  const last = region;
  last.textContent = "";
  requestAnimationFrame(() => {
    last.textContent = sentence;
  });
}

function makeRegion(): HTMLElement {
  const made = document.createElement("div");
  made.className = "hidden-visually";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}
