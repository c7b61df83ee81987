import hosts from "./hosts.json";

/** True for the hosts on which the extension works; the manifests are made from the same list. */
export function isArxivHost(host: string): boolean {
  return hosts.arxiv.includes(host);
}

/** The only host of a backend. */
export const BACKEND_HOST = hosts.backend;
