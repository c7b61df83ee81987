import { useEffect, useState } from "preact/hooks";
import { t } from "../ui/i18n";

const NOTIFICATIONS = { permissions: ["notifications"] } satisfies chrome.permissions.Permissions;

/** Whether the browser tells of a paper that is finished: its permission is the setting. */
export function Telling() {
  const [allowed, setAllowed] = useState(false);
  useEffect(() => read(setAllowed), []);
  // Asked during the press itself: later the browser would refuse to ask.
  const set = (on: boolean) => {
    setAllowed(on);
    const done = on ? chrome.permissions.request(NOTIFICATIONS) : chrome.permissions.remove(NOTIFICATIONS);
    void done.then(() => read(setAllowed));
  };
  return (
    <section id="telling">
      <h2>{t("options_telling")}</h2>
      <p class="quiet">{t("options_telling_what")}</p>
      <ul class="checks">
        <li>
          <label>
            <input type="checkbox" checked={allowed} onChange={(event) => set(event.currentTarget.checked)} />
            {t("options_telling_notify")}
          </label>
        </li>
      </ul>
    </section>
  );
}

function read(show: (allowed: boolean) => void): void {
  void chrome.permissions.contains(NOTIFICATIONS).then(show);
}
