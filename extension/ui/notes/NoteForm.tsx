import { t } from "../i18n";
import { TextForm } from "../TextForm";

interface Props {
  text: string;
  save: (body: string) => Promise<boolean>;
  close: () => void;
}

/** As long as the backend lets a note be. */
const LONGEST = 20_000;

/** Where a note is written; what could not be kept stays in it. */
export function NoteForm({ text, save, close }: Props) {
  return (
    <TextForm label={t("note_text")} text={text} longest={LONGEST} close={close} save={save} dir="auto" />
  );
}
