import { ask } from "../../shared/messages";
import type { Task } from "../../shared/selection";
import { Icon } from "../../ui/Icon";
import { t } from "../../ui/i18n";

const TASKS = { translate: "selection_translate", explain: "selection_explain" } as const;

/** Which of the two is asked, and the way out. */
export function Head({ task, choose }: { task: Task; choose: (task: Task) => void }) {
  return (
    <header class="bubble-head">
      <h1 class="hidden-visually">PaperGloss</h1>
      {(["translate", "explain"] as const).map((one) => (
        <button
          key={one}
          type="button"
          class="bubble-task"
          aria-pressed={one === task}
          onClick={() => choose(one)}
        >
          {t(TASKS[one])}
        </button>
      ))}
      <span class="grow" />
      {window.top !== window && (
        <button
          type="button"
          class="icon-button"
          aria-label={t("close")}
          title={t("close")}
          onClick={() => void ask("bubble.close", null)}
        >
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
