import { ask } from "../shared/messages";

/** Hands the one-time secret to the extension and takes it out of the address bar and the history. */
function offer(): void {
  const secret = location.hash.slice(1);
  if (!secret) return;
  history.replaceState(history.state, "", location.pathname);
  void ask("pair.offer", { secret });
}

// Match patterns cannot name a port, so this script sees every page of this machine's web servers.
if (location.pathname === "/pair" && document.querySelector('meta[name="papergloss-pair"]')) {
  offer();
  addEventListener("hashchange", offer);
}
