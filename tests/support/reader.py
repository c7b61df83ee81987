"""Someone with a browser that has the extension, paired with a backend."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import ConsoleMessage

from support.browser import Chromium
from support.panel_page import PanelPage
from support.serving import SECONDS, PaperGloss


@dataclass
class Reader:
    """Opens papers in the panel. `restore()` brings back the settings that pairing left."""

    browser: Chromium
    backend: PaperGloss
    settings: dict[str, Any] = field(default_factory=dict)
    _said: list[ConsoleMessage] = field(default_factory=list)

    @property
    def token(self) -> str:
        """What the extension got when it was paired."""
        return str(self.settings["paired"]["token"])

    def open(self, paper: str) -> PanelPage:
        """Opens the abstract page and presses the button."""
        page = self.browser.goto(f"https://arxiv.org/abs/{paper}")
        page.get_by_role("button", name="PaperGloss").click()
        return PanelPage(self.browser.panel(page))

    def panel_tab(self, query: str = "view=library") -> PanelPage:
        """Opens the panel in a tab of its own."""
        return PanelPage(self.browser.goto(self.browser.url(f"panel/panel.html?{query}")))

    def clipboard(self) -> str:
        """What was copied last."""
        tab = self.browser.goto(self.browser.url("options/options.html"))
        self.browser.context.grant_permissions(["clipboard-read"])
        return str(tab.evaluate("() => navigator.clipboard.readText()"))

    def close_tabs(self) -> None:
        """Closes every tab but the first."""
        for page in self.browser.context.pages[1:]:
            page.close()

    def end_jobs(self) -> None:
        """Ends what still runs: what it asks the model would be counted as the next test's."""
        end = time.monotonic() + SECONDS
        while unfinished := self._unfinished():
            assert time.monotonic() < end, f"jobs that do not end: {unfinished}"
            for job in unfinished:
                self.backend.call("DELETE", f"/jobs/{job}", self.token)
            time.sleep(0.02)

    def _unfinished(self) -> list[str]:
        jobs = self.backend.call("GET", "/jobs", self.token).json()["jobs"]
        return [job["id"] for job in jobs if job["state"] in {"queued", "running"}]

    def consent(self) -> None:
        """Says yes to the provider, as the consent screen does."""
        provider = self.backend.call("GET", "/status", self.token).json()["engine"]["provider"]
        if provider:
            self.backend.call("PUT", "/consents", self.token, json={"provider": provider})

    def restore(self) -> None:
        """Sets everything as it was after pairing; what was said is forgotten."""
        self.browser.write_settings(**{"lang": None, "theme": "system", **self.settings})
        self._said.clear()

    def listen(self) -> None:
        """Notes what the console is told from now on, in every tab."""
        self.browser.context.on("console", self._note)

    def _note(self, said: ConsoleMessage) -> None:
        self._said.append(said)

    def complaints(self) -> list[str]:
        """Errors and warnings of the extension's own pages; a refused request of theirs is none."""
        return [
            f"{said.text} ({said.location['url']})"
            for said in self._said
            if said.type in {"error", "warning"}
            and (said.location["url"].startswith("chrome-extension:") or "Content Security" in said.text)
        ]


def connect(browser: Chromium, backend: PaperGloss) -> Reader:
    """Pairs by the link that the backend printed, and says yes to the provider."""
    browser.pair(backend.link)
    reader = Reader(browser, backend, browser.settings())
    reader.consent()
    reader.close_tabs()
    reader.listen()
    return reader
