import type { Card } from "../../shared/api";
import { t } from "../i18n";

interface Props {
  problems: Card["problems"];
  choose: () => void;
}

/** The model failed: the paper's own key sentences are offered, never put in its place unasked. */
export function Instead({ problems, choose }: Props) {
  if (!problems.some(({ stage }) => stage === "summary")) return null;
  return (
    <p class="instead">
      {t("instead_what")}{" "}
      <button type="button" class="link-button" onClick={choose}>
        {t("without_model")}
      </button>
    </p>
  );
}
