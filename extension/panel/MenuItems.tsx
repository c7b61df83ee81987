import { exportPapers } from "../shared/files-client";
import { bibtexOf } from "../shared/paper-client";
import { announce } from "../ui/announce";
import { useBackend } from "../ui/backend";
import { CopyButton } from "../ui/CopyButton";
import { t } from "../ui/i18n";
import { saveFile } from "../ui/save-file";
import { Looks } from "./Looks";
import { OtherModels } from "./OtherModels";
import type { OnScreen } from "./Paper";
import { fileName, saveMarkdown, savePage } from "./save-markdown";

interface Props {
  /** Null while no stored card is on screen. */
  onScreen: OnScreen | null;
  shortcuts: () => void;
  close: () => void;
}

/** Copying, exporting, making anew, appearance, shortcuts, settings. */
export function MenuItems({ onScreen, shortcuts, close }: Props) {
  return (
    <>
      {onScreen && <CardActions onScreen={onScreen} close={close} />}
      <Looks close={close} />
      <Item label={t("shortcuts")} press={shortcuts} close={close} />
      <Item label={t("options_open")} press={() => void chrome.runtime.openOptionsPage()} close={close} />
    </>
  );
}

function CardActions({ onScreen, close }: { onScreen: OnScreen; close: () => void }) {
  const { card, regenerate } = onScreen;
  const backend = useBackend();
  const { metadata, key } = card;
  const paper = metadata?.arxiv_id ?? key.paper;
  const anewBy = (model: string) => {
    close();
    regenerate(model);
  };
  const saveRis = () =>
    exportPapers(backend, "ris", { ids: [paper] }).then(
      (file) => saveFile(file, `${fileName(card)}.ris`),
      () => announce(t("save_failed")),
    );
  return (
    <>
      <CopyButton class="menu-item" text={() => bibtexOf(backend, card.id)}>
        {(copied) => t(copied ? "copy_done" : "copy_bibtex")}
      </CopyButton>
      {metadata?.links.abs && (
        <CopyButton class="menu-item" text={() => metadata.links.abs ?? ""}>
          {(copied) => t(copied ? "copy_done" : "copy_link")}
        </CopyButton>
      )}
      <Item label={t("save_markdown")} press={() => void saveMarkdown(backend, card)} close={close} />
      {key.kind === "deep" && (
        <Item label={t("save_page")} press={() => void savePage(backend, card)} close={close} />
      )}
      <Item label={`${t("exchange_save")}: RIS`} press={() => void saveRis()} close={close} />
      <a
        class="menu-item"
        href={chrome.runtime.getURL(`library/library.html?${new URLSearchParams({ paper })}`)}
        target="_blank"
        rel="noopener"
        onClick={close}
      >
        {t("library_open")}
      </a>
      <Item label={t("regenerate")} about={t("regenerate_what")} press={() => regenerate()} close={close} />
      {key.engine === "openai" && <OtherModels used={key.model} choose={anewBy} />}
    </>
  );
}

interface ItemProps {
  label: string;
  /** What it means, where the label does not say it. */
  about?: string;
  press: () => void;
  close: () => void;
}

function Item({ label, about, press, close }: ItemProps) {
  const choose = () => {
    close();
    press();
  };
  return (
    <button type="button" class="menu-item" onClick={choose}>
      {label}
      {about && <span class="quiet">{about}</span>}
    </button>
  );
}
