import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { announce } from "./announce";
import { copyText } from "./clipboard";
import { t } from "./i18n";

interface Props {
  /** The text, or a promise of it where it must be fetched first. */
  text: () => string | Promise<string>;
  class: string;
  label?: string;
  children: (copied: boolean) => ComponentChildren;
}

const FEEDBACK_MS = 1800;

/** Copies, says so to eye and ear, and goes back to what it was. */
export function CopyButton({ text, label, children, ...rest }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    const done = await Promise.resolve(text()).then(copyText, () => false);
    setCopied(done);
    announce(t(done ? "copy_done" : "copy_failed"));
  };
  return (
    <button type="button" {...rest} {...(label ? { "aria-label": label, title: label } : {})} onClick={copy}>
      {children(copied)}
    </button>
  );
}
