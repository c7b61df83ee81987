import { useState } from "preact/hooks";
import type { Figure } from "../../shared/api";
import { t } from "../i18n";
import { usePicture } from "../use-picture";
import { figureName } from "./FigureCaption";

/** A figure as wide as the panel; pressed, in its own size, to be scrolled, drawn again in finer dots. */
export function ZoomedPicture({ figure }: { figure: Figure }) {
  const [full, setFull] = useState(false);
  const plain = usePicture(figure.url, true);
  const fine = usePicture(`${figure.url}?scale=2`, full || devicePixelRatio > 1);
  const picture = fine && fine !== "failed" ? fine : plain;
  const { width, height } = figure;
  return (
    <div class="zoom-plate">
      {picture === "failed" && <p class="figure-note">{t("picture_failed")}</p>}
      <button
        type="button"
        class={`zoom-picture ${full ? "zoom-full" : ""}`}
        style={{ "--shape": (width / height).toFixed(3), "--width": `${width}px` }}
        aria-label={t(full ? "figure_fit" : "figure_full", figureName(figure))}
        onClick={() => setFull(!full)}
      >
        {picture && picture !== "failed" && <img src={picture} alt="" />}
      </button>
    </div>
  );
}
