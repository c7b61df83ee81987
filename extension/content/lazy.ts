/**
 * Loads a module of ours into the page on first use; what is injected into every page stays small.
 * The manifest names it among the web-accessible resources, and the build makes one file of it.
 */
export function load<Module>(file: `content/${string}.js`): Promise<Module> {
  return import(chrome.runtime.getURL(file));
}
