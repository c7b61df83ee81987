import { useRef } from "preact/hooks";
import { t } from "../ui/i18n";

/** Chooses a PDF from the disk: dropping one is not for every hand. */
export function PdfButton({ send }: { send: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {t("pdf_choose")}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/pdf,.pdf"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = "";
          if (file) send(file);
        }}
      />
    </>
  );
}
