import type { Backend } from "../../shared/client";
import { t } from "../../ui/i18n";
import { Backups } from "./Backups";
import { EraseAll } from "./EraseAll";
import { ExportAll } from "./ExportAll";

/** The library as a whole: taken along, kept safe, deleted. */
export function DataSection({ backend }: { backend: Backend }) {
  return (
    <section id="data">
      <h2>{t("options_data")}</h2>
      <ExportAll backend={backend} />
      <Backups backend={backend} />
      <EraseAll backend={backend} />
    </section>
  );
}
