import { t } from "../../ui/i18n";

/** The first moment, before the title is known. */
export function Skeleton() {
  return (
    <div class="skeleton" aria-busy="true">
      <p class="hidden-visually">{t("state_asking")}</p>
      <i />
      <i />
      <i />
    </div>
  );
}
