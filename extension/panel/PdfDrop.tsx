import { useLayoutEffect, useState } from "preact/hooks";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import type { Upload, Uploads } from "./use-upload";

/** The whole panel takes a dropped PDF; says so while one is held over it, and what became of it. */
export function PdfDrop({ uploads }: { uploads: Uploads }) {
  const { send, follow, upload, dismiss } = uploads;
  const held = useHeld(send, follow);
  if (held) return <div class="drop drop-here">{t("pdf_drop")}</div>;
  if (upload.is === "idle") return null;
  return (
    <div class="drop" role="status">
      <State upload={upload} />
      {upload.is === "refused" && (
        <button type="button" class="button" onClick={dismiss}>
          {t("close")}
        </button>
      )}
    </div>
  );
}

function State({ upload }: { upload: Exclude<Upload, { is: "idle" }> }) {
  if (upload.is === "sending") return <p>{t("pdf_sending", upload.name)}</p>;
  return upload.problem ? <ProblemNote problem={upload.problem} /> : <p>{t("pdf_link")}</p>;
}

/** Whether something that we could take is held over the panel; takes what is let go. */
function useHeld(send: (file: File) => void, follow: (address: string) => void): boolean {
  const [held, setHeld] = useState(false);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    const over = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? [];
      if (!types.includes("Files") && !types.includes("text/uri-list")) return;
      event.preventDefault();
      setHeld(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHeld(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setHeld(false);
      const file = event.dataTransfer?.files[0];
      const address = event.dataTransfer?.getData("text/uri-list");
      if (file) send(file);
      else if (address) follow(address);
    };
    window.addEventListener("dragover", over, options);
    window.addEventListener("dragleave", leave, options);
    window.addEventListener("drop", drop, options);
    return () => stop.abort();
  }, [send, follow]);
  return held;
}
