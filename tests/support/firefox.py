"""Firefox with the built extension, driven by WebDriver BiDi; arXiv answered on this machine.

with open_firefox(extension, profile, arxiv) as browser:
    page = browser.goto("https://arxiv.org/abs/1706.03762")
    page.click("#papergloss-button a")
    panel = page.child("panel.html")
    page.expect("document.documentElement.hasAttribute('data-papergloss-docked')")
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from websocket import WebSocket, create_connection

from support.browser import ARXIV_HOSTS, ROOT, WELCOME, Arxiv

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds to wait for anything."""


def firefox_path() -> str | None:
    """Debian's Firefox; None where there is none."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


KEYS = {"Escape": "\ue00c", "Tab": "\ue004", "Enter": "\ue007"}

EXTENSION = json.loads((ROOT / "manifest-build/manifests/firefox.json").read_text("utf-8"))["set"][
    "browser_specific_settings"
]["gecko"]["id"]

# Firefox keeps new buttons in a menu, where a driver does not reach them; this is what a press there calls.
PRESS_BUTTON = f"""(() => {{
    const {{ ExtensionParent }} = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    const {{ extension }} = WebExtensionPolicy.getByID({EXTENSION!r});
    ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
}})()"""

# What runs at the end may be the next one already: whatever was waiting for an answer starts it again.
STOP_BACKGROUND = f"""(async () => {{
    const {{ extension }} = WebExtensionPolicy.getByID({EXTENSION!r});
    const before = extension.backgroundContext;
    await extension.terminateBackground({{ ignoreDevToolsAttached: true, disableResetIdleForTest: true }});
    if (before && extension.backgroundContext === before) throw new Error("the event page did not stop");
}})()"""


class BidiError(Exception):
    """Firefox refused a command; `code` is the kind of error that the standard names."""

    def __init__(self, said: str, code: str = "") -> None:
        super().__init__(said)
        self.code = code


@dataclass
class Firefox:
    """One session. Requests for arXiv are answered while commands wait for their answers."""

    socket: WebSocket
    arxiv: Arxiv
    _last: int = 0
    _events: list[dict[str, Any]] = field(default_factory=list)

    def command(self, method: str, **params: Any) -> dict[str, Any]:
        """Sends a command and returns its result."""
        number = self._send(method, params)
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == number:
                if message["type"] == "error":
                    raise BidiError(f"{method}: {message['message']}", message["error"])
                return dict(message["result"])
            if message.get("method") == "network.beforeRequestSent" and message["params"]["isBlocked"]:
                self._answer(message["params"]["request"])

    def goto(self, url: str) -> Tab:
        """Opens an address in a new tab."""
        context = self.command("browsingContext.create", type="tab")["context"]
        self.command("browsingContext.navigate", context=context, url=url, wait="complete")
        return Tab(self, context)

    def goto_beside(self, url: str) -> Tab:
        """Opens an address in a window of its own: of the tabs in one window, one is visible."""
        context = self.command("browsingContext.create", type="window")["context"]
        self.command("browsingContext.navigate", context=context, url=url, wait="complete")
        return Tab(self, context)

    def tabs(self) -> list[Tab]:
        """All open tabs."""
        tree = self.command("browsingContext.getTree")
        return [Tab(self, item["context"]) for item in tree["contexts"]]

    def tab(self, part: str) -> Tab:
        """The tab whose address contains `part`; waits until there is one."""
        return _wait(lambda: next((tab for tab in self.tabs() if part in tab.url), None), f"a tab {part}")

    def url(self, path: str) -> str:
        """Address of a page of the extension, e.g. `library/library.html`."""
        host = self.in_window(f"WebExtensionPolicy.getByID({EXTENSION!r}).mozExtensionHostname")
        return f"moz-extension://{host}/{path}"

    def press_toolbar_button(self, tab: Tab) -> None:
        """Presses the extension's toolbar button over `tab`; the permissions of a real press come with it."""
        self.command("browsingContext.activate", context=tab.context)
        self.in_window(PRESS_BUTTON)

    def stop_background(self, _tab: Tab) -> None:
        """Ends the extension's event page, as Firefox does when it is idle, and waits until it is gone."""
        self.in_window(STOP_BACKGROUND)

    def in_window(self, code: str) -> Any:
        """The value of an expression in the browser's own window, outside every page."""
        tree = self.command("browsingContext.getTree", **{"moz:scope": "chrome"})
        return Tab(self, tree["contexts"][0]["context"]).run(code)

    def close(self, *tabs: Tab) -> None:
        """Closes tabs."""
        for tab in tabs:
            self.command("browsingContext.close", context=tab.context)

    def _send(self, method: str, params: dict[str, Any]) -> int:
        self._last += 1
        self.socket.send(json.dumps({"id": self._last, "method": method, "params": params}))
        return self._last

    def _answer(self, request: dict[str, Any]) -> None:
        url = urlsplit(request["url"])
        if url.hostname not in ARXIV_HOSTS:
            self._send("network.failRequest", {"request": request["request"]})
            return
        said = self.arxiv(f"{url.path}?{url.query}" if url.query else url.path)
        params = {
            "request": request["request"],
            "statusCode": said.status,
            "reasonPhrase": "OK",
            "headers": [{"name": "content-type", "value": {"type": "string", "value": said.content_type}}],
            "body": {"type": "base64", "value": base64.b64encode(said.body).decode()},
        }
        self._send("network.provideResponse", params)


@dataclass(frozen=True)
class Tab:
    """A tab, or a frame in one."""

    firefox: Firefox
    context: str

    @property
    def _node(self) -> dict[str, Any]:
        return dict(self.firefox.command("browsingContext.getTree", root=self.context)["contexts"][0])

    @property
    def url(self) -> str:
        """The address now."""
        return str(self._node["url"])

    def child(self, part: str) -> Tab:
        """The frame whose address contains `part`; waits until there is one."""

        def find() -> Tab | None:
            frames = [item for item in self._node["children"] or [] if part in item["url"]]
            return Tab(self.firefox, frames[0]["context"]) if frames else None

        return _wait(find, f"a frame {part}")

    def run(self, code: str) -> Any:
        """The value of an expression in the page; strings, numbers and booleans only."""
        target = {"context": self.context}
        answer = self.firefox.command("script.evaluate", expression=code, target=target, awaitPromise=True)
        if answer["type"] == "exception":
            raise BidiError(answer["exceptionDetails"]["text"])
        return answer["result"].get("value")

    def expect(self, code: str) -> Any:
        """Asserts that an expression becomes true; while the page loads it may fail. Returns its value."""

        def probe() -> Any:
            with suppress(BidiError):
                return self.run(code)

        return _wait(probe, code)

    def step(self, by: int) -> None:
        """Goes back or forward in the tab's history, by so many pages."""
        self.firefox.command("browsingContext.traverseHistory", context=self.context, delta=by)

    def click(self, selector: str) -> None:
        """Clicks an element by script as soon as it is there."""
        self.expect(f"document.querySelector({selector!r}) !== null")
        self.run(f"document.querySelector({selector!r}).click()")

    def press(self, selector: str) -> None:
        """Presses the mouse on an element, as a reader does; what a page's script does is no press."""
        self.expect(f"document.querySelector({selector!r}) !== null")
        _wait(lambda: self._pressed(selector), f"{selector} to be pressed")

    def _pressed(self, selector: str) -> bool:
        """False where the page has drawn the element anew meanwhile: then nothing was pressed yet."""
        self.run(f"document.querySelector({selector!r})?.scrollIntoView({{ block: 'center' }})")
        locator = {"type": "css", "value": selector}
        found = self.firefox.command("browsingContext.locateNodes", context=self.context, locator=locator)
        if not found["nodes"]:
            return False
        origin = {"type": "element", "element": {"sharedId": found["nodes"][0]["sharedId"]}}
        actions: list[dict[str, Any]] = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": origin},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        mouse = {"type": "pointer", "id": "mouse", "actions": actions}
        try:
            self.firefox.command("input.performActions", context=self.context, actions=[mouse])
        except BidiError as error:
            if error.code not in {"no such node", "stale element reference", "move target out of bounds"}:
                raise
            return False
        return True

    def key(self, name: str) -> None:
        """Presses one key where the focus is: a character, or a name in KEYS. It may close the frame."""
        value = KEYS.get(name, name)
        actions = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        keyboard = {"type": "key", "id": "keyboard", "actions": actions}
        try:
            self.firefox.command("input.performActions", context=self.context, actions=[keyboard])
        except BidiError as error:
            if "DiscardedBrowsingContextError" not in str(error):
                raise

    def screenshot(self, path: Path) -> None:
        """What the tab shows, as PNG."""
        picture = self.firefox.command("browsingContext.captureScreenshot", context=self.context)["data"]
        path.write_bytes(base64.b64decode(picture))


def _wait(probe: Callable[[], T | None], what: str) -> T:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := probe():
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited {PATIENCE} s for {what}")


@contextmanager
def open_firefox(extension: Path, profile: Path, arxiv: Arxiv) -> Iterator[Firefox]:
    """Starts headless Firefox with `extension` and a profile of its own."""
    profile.mkdir(parents=True, exist_ok=True)
    program = firefox_path()
    assert program is not None
    command = [
        program,
        "--headless",
        "--no-remote",
        "--remote-debugging-port",
        "0",
        "--profile",
        str(profile),
    ]
    command.append("--remote-allow-system-access")
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            firefox = Firefox(_connect(process), arxiv)
            firefox.command("session.new", capabilities={})
            firefox.command("session.subscribe", events=["network.beforeRequestSent"])
            firefox.command(
                "network.addIntercept",
                phases=["beforeRequestSent"],
                urlPatterns=[{"type": "pattern", "protocol": "https"}],
            )
            firefox.command("webExtension.install", extensionData={"type": "path", "path": str(extension)})
            firefox.command("browsingContext.close", context=firefox.tab(WELCOME).context)
            yield firefox
            firefox.socket.close()
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def _connect(process: subprocess.Popen[str]) -> WebSocket:
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line):
            return create_connection(f"{found[1]}/session", timeout=PATIENCE, suppress_origin=True)
    raise AssertionError("Firefox ended before it listened")
