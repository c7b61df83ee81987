/** Loads a style sheet that a page does without until it shows what the sheet is for; once each. */
export function dress(href: string): Promise<void> {
  const known = sheets.get(href);
  if (known) return known;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = href;
  const loaded = new Promise<void>((done, failed) => {
    sheet.onload = () => done();
    sheet.onerror = () => failed(new Error(`no ${href}`));
  });
  document.head.append(sheet);
  sheets.set(href, loaded);
  return loaded;
}

const sheets = new Map<string, Promise<void>>();
