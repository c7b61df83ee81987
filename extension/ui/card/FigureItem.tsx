import { useRef } from "preact/hooks";
import type { Figure } from "../../shared/api";
import { t } from "../i18n";
import { useInView } from "../use-in-view";
import { usePicture } from "../use-picture";
import { FigureCaption, figureName } from "./FigureCaption";

interface Props {
  figure: Figure;
  lang: string;
  zoom: () => void;
}

/** Very wide and very tall pictures are shown whole in a frame of this shape at most. */
const NARROWEST = 0.55;
const WIDEST = 4;

/** One picture of the gallery; its frame has the picture's shape from the first moment. */
export function FigureItem({ figure, lang, zoom }: Props) {
  const box = useRef<HTMLElement>(null);
  const picture = usePicture(figure.url, useInView(box));
  const shape = Math.min(WIDEST, Math.max(NARROWEST, figure.width / figure.height));
  return (
    <figure ref={box} class="figure" style={{ "--shape": shape.toFixed(3) }}>
      <button
        type="button"
        class="figure-frame"
        onClick={zoom}
        aria-label={t("figure_zoom", figureName(figure))}
      >
        {picture === "failed" && <span class="figure-note">{t("picture_failed")}</span>}
        {picture && picture !== "failed" && <img src={picture} alt="" />}
      </button>
      <FigureCaption figure={figure} lang={lang} />
    </figure>
  );
}
