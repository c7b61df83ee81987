/** The place where text is being written. */
export function Caret() {
  return <span class="caret" aria-hidden="true" />;
}
