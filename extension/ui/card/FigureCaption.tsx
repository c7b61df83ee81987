import type { Figure } from "../../shared/api";
import { direction } from "../format";
import { spokenByUs, t } from "../i18n";
import { RichText } from "../RichText";
import { withoutLabel } from "./figure-label";

/** `Figure 2`, as the interface says it. */
export function figureName({ kind, number }: Figure): string {
  return t(`figure_${kind}`, number);
}

interface Props {
  figure: Figure;
  lang: string;
  /** With the original under its translation. */
  both?: boolean;
}

export function FigureCaption({ figure, lang, both = false }: Props) {
  const target = figure.caption_target;
  return (
    <figcaption>
      <b>{figureName(figure)}</b>{" "}
      <span lang={target ? lang : "en"} dir={target ? direction(lang) : "ltr"}>
        <RichText text={target ?? withoutLabel(figure)} />
      </span>
      {both && target && (
        <span class="caption-original" lang="en" dir="ltr">
          <RichText text={withoutLabel(figure)} />
        </span>
      )}
      {figure.caption_kept && (
        <span class="kept caption-kept" {...spokenByUs()}>
          {t("caption_kept")}
        </span>
      )}
    </figcaption>
  );
}
