import { useState } from "preact/hooks";
import type { Figure } from "../../shared/api";
import { lazy } from "../lazy";
import { FigureItem } from "./FigureItem";

const FigureZoom = lazy(async () => (await import("./FigureZoom")).FigureZoom);

/** The figures and tables, in rows whose heights are known before the pictures arrive. */
export function Figures({ figures, lang }: { figures: readonly Figure[]; lang: string }) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <>
      <div class="figures">
        {figures.map((figure, index) => (
          <FigureItem key={figure.url} figure={figure} lang={lang} zoom={() => setOpen(index)} />
        ))}
      </div>
      {open !== null && (
        <FigureZoom figures={figures} index={open} lang={lang} show={setOpen} close={() => setOpen(null)} />
      )}
    </>
  );
}
