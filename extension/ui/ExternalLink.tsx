import type { ComponentChildren } from "preact";
import { safeUrl } from "./safe-url";

interface Props {
  href: string | null | undefined;
  class?: string;
  children: ComponentChildren;
}

/** A link out of the extension; an address that is not http(s) stays text. */
export function ExternalLink({ href, children, ...rest }: Props) {
  const url = safeUrl(href);
  if (!url) return <span {...rest}>{children}</span>;
  return (
    <a {...rest} href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
