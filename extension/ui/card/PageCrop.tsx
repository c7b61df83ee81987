import type { Evidence } from "../../shared/api";
import { useBackend } from "../backend";
import { t } from "../i18n";
import { usePicture } from "../use-picture";

/** The part of the PDF page on which a passage stands, the passage marked. */
export function PageCrop({ cardId, evidence }: { cardId: string; evidence: Evidence }) {
  const backend = useBackend();
  const { passage, paper } = evidence;
  // A card about several papers has to be told which.
  const query = paper ? `?${new URLSearchParams({ paper })}` : "";
  const picture = usePicture(backend.evidencePath(cardId, passage) + query, true);
  if (picture === "failed") return <p class="page-crop page-crop-note">{t("picture_failed")}</p>;
  return (
    <div class="page-crop">
      {picture ? (
        <img src={picture} alt={t("evidence_page_alt", evidence.page)} />
      ) : (
        <p class="page-crop-note">{t("picture_loading")}</p>
      )}
    </div>
  );
}
