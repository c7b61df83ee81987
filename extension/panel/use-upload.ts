import { useState } from "preact/hooks";
import type { ProblemDocument } from "../shared/api";
import type { Backend } from "../shared/client";
import { ProblemError } from "../shared/problems";

/** A file on its way to the backend, or why it did not get there. */
export type Upload =
  | { is: "idle" }
  | { is: "sending"; name: string }
  | { is: "refused"; problem: ProblemDocument | null };

export interface Uploads {
  upload: Upload;
  /** Sends a PDF and opens it. */
  send: (file: File) => void;
  /** Opens the paper of an address; another site's PDF must be saved first, as we may not fetch it. */
  follow: (address: string) => void;
  dismiss: () => void;
}

/** Takes files and addresses from the reader; `open` gets the paper. Without a backend nothing is taken. */
export function useUpload(
  backend: Backend | null,
  open: (paper: string) => void,
  lose: (reason: unknown) => void,
): Uploads {
  const [upload, setUpload] = useState<Upload>({ is: "idle" });
  const send = async (file: File) => {
    if (!backend) return;
    setUpload({ is: "sending", name: file.name });
    try {
      const paper = await backend.upload(file);
      setUpload({ is: "idle" });
      open(paper);
    } catch (reason) {
      const refused = reason instanceof ProblemError;
      setUpload(refused ? { is: "refused", problem: reason.problem } : { is: "idle" });
      if (!refused) lose(reason);
    }
  };
  const follow = async (address: string) => {
    const { idWithVersion, parseArxivId } = await import("../arxiv/identifier");
    const paper = parseArxivId(address);
    if (paper) open(idWithVersion(paper));
    else setUpload({ is: "refused", problem: null });
  };
  return {
    upload,
    send: (file) => void send(file),
    follow: (address) => void follow(address),
    dismiss: () => setUpload({ is: "idle" }),
  };
}
