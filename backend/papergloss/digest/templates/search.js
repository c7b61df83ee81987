// Finds papers of all days. The index is a script beside the page, so that it also works from a folder.
const [query, found, days, none] = ["query", "found", "days", "none"].map((id) => document.getElementById(id));
const MOST = 100;
const papers = PAPERS.map((paper) => ({ ...paper, text: Object.values(paper).join(" ").toLowerCase() }));

query.addEventListener("input", () => {
  const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = words.length ? papers.filter((paper) => words.every((word) => paper.text.includes(word))) : [];
  days.hidden = words.length > 0;
  none.hidden = !words.length || hits.length > 0;
  found.replaceChildren(...hits.slice(0, MOST).map(line));
});

function line(paper) {
  const [item, link] = [document.createElement("li"), document.createElement("a")];
  link.href = paper.page;
  link.textContent = paper.target || paper.title;
  item.append(link, ` ${paper.id} · ${paper.date} · ${paper.authors}`);
  return item;
}
