import { type Settings, SIZES, writeSetting } from "../shared/settings";
import { Icon } from "../ui/Icon";
import { type MessageKey, t } from "../ui/i18n";
import { useSetting } from "../ui/use-setting";

const CHOICES = {
  dock: {
    legend: "look_dock",
    values: { right: "dock_right", left: "dock_left", float: "dock_float" },
  },
  font: { legend: "look_font", values: { sans: "font_sans", serif: "font_serif" } },
  theme: {
    legend: "look_theme",
    values: { system: "theme_system", light: "theme_light", dark: "theme_dark" },
  },
} as const satisfies {
  [K in keyof Settings]?: { legend: MessageKey; values: Record<Settings[K] & string, MessageKey> };
};

/** How the panel looks: where it stands, size, face and theme of what is read. */
export function Looks({ close }: { close: () => void }) {
  return (
    <div class="looks">
      {window.top !== window && <Choice name="dock" chosen={close} />}
      <Size />
      <Choice name="font" />
      <Choice name="theme" />
    </div>
  );
}

interface ChoiceProps {
  name: keyof typeof CHOICES;
  chosen?: () => void;
}

function Choice({ name, chosen }: ChoiceProps) {
  const setting = useSetting(name);
  const choose = (value: Settings[typeof name]) => void writeSetting(name, value).then(chosen);
  return (
    <fieldset class="choice">
      <legend>{t(CHOICES[name].legend)}</legend>
      {Object.entries(CHOICES[name].values).map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            checked={setting === value}
            onChange={() => choose(value as Settings[typeof name])}
          />
          <span>{t(label)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Size() {
  const size = useSetting("size") ?? 100;
  const at = SIZES.indexOf(size);
  const step = (by: number) => {
    const next = SIZES[at + by];
    if (next) void writeSetting("size", next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its buttons
    <div class="choice" role="group" aria-label={t("look_size")}>
      <span class="choice-name">{t("look_size")}</span>
      <button
        type="button"
        class="icon-button"
        aria-label={t("size_smaller")}
        disabled={at <= 0}
        onClick={() => step(-1)}
      >
        <Icon name="less" />
      </button>
      <span class="choice-value">{size} %</span>
      <button
        type="button"
        class="icon-button"
        aria-label={t("size_larger")}
        disabled={at === SIZES.length - 1}
        onClick={() => step(1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}
