import { Caret } from "../card/Caret";
import { direction } from "../format";
import { spokenByUs, t } from "../i18n";
import { RichText } from "../RichText";
import { Translated } from "./Translated";
import type { Selection } from "./text";

interface Props {
  selection: Selection;
  writing: boolean;
}

/** What is said of a selection: its translation, its sense or an explanation. */
export function Said({ selection, writing }: Props) {
  const { task, answer, check, lang } = selection;
  if (task === "translation") return <Translated selection={selection} writing={writing} />;
  return (
    <p class="said" lang={lang} dir={direction(lang)}>
      <RichText text={answer} links={false} />
      {writing && <Caret />}
      {check.status === "number_missing" && (
        <span class="kept" {...spokenByUs()}>
          {t("selection_number", check.detail ?? "")}
        </span>
      )}
    </p>
  );
}
