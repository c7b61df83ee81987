import type { Papers } from "../shared/files-client";
import { Dialog } from "../ui/Dialog";
import { t } from "../ui/i18n";
import { ExportForm } from "./ExportForm";
import { ImportForm } from "./ImportForm";

interface Props {
  /** What is listed now. */
  q: string;
  chosen: ReadonlySet<string>;
  imported: () => void;
  fail: (reason: unknown) => void;
  close: () => void;
}

/** Papers out of the library and into it. */
export function Exchange({ q, chosen, imported, fail, close }: Props) {
  const listed: Papers = chosen.size > 0 ? { ids: [...chosen] } : { q };
  return (
    <Dialog title={t("exchange_title")} close={close}>
      <ExportForm listed={listed} narrowed={chosen.size > 0 || q !== ""} fail={fail} />
      <ImportForm imported={imported} fail={fail} />
    </Dialog>
  );
}
