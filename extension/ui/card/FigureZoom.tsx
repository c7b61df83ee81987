import { useEffect, useRef } from "preact/hooks";
import type { Figure } from "../../shared/api";
import { Icon } from "../Icon";
import { t } from "../i18n";
import { FigureCaption, figureName } from "./FigureCaption";
import { ZoomedPicture } from "./ZoomedPicture";

interface Props {
  figures: readonly Figure[];
  index: number;
  lang: string;
  show: (index: number) => void;
  close: () => void;
}

/** One figure as large as the panel, with its whole caption; arrow keys go to its neighbours. */
export function FigureZoom({ figures, index, lang, show, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const figure = figures[index];
  if (!figure) return null;
  const step = (by: number) => figures[index + by] && show(index + by);
  return (
    <dialog
      ref={dialog}
      class="zoom"
      aria-label={figureName(figure)}
      onClose={close}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          // Used here: it must not close the overlay around the panel as well.
          event.preventDefault();
          dialog.current?.close();
        }
        if (event.key === "ArrowLeft") step(-1);
        if (event.key === "ArrowRight") step(1);
      }}
    >
      <div class="zoom-bar">
        <Step icon="left" label={t("figure_previous")} disabled={index === 0} go={() => step(-1)} />
        <Step
          icon="right"
          label={t("figure_next")}
          disabled={index === figures.length - 1}
          go={() => step(1)}
        />
        <span class="zoom-place">
          {t("figure_place", index + 1, figures.length)} · {t("cite_pages", figure.page)}
        </span>
        <span class="grow" />
        <button
          type="button"
          class="icon-button"
          aria-label={t("close")}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <ZoomedPicture key={figure.url} figure={figure} />
      <FigureCaption figure={figure} lang={lang} both />
    </dialog>
  );
}

interface StepProps {
  icon: "left" | "right";
  label: string;
  disabled: boolean;
  go: () => void;
}

function Step({ icon, label, disabled, go }: StepProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} disabled={disabled} onClick={go}>
      <Icon name={icon} />
    </button>
  );
}
