const pages = [
  "panel",
  "library",
  "today",
  "options",
  "welcome",
  "popup",
  "background",
  "content",
  "courier",
];
const lower = { ui: ["arxiv", "shared", "_locales"], arxiv: [], shared: ["arxiv"] };

module.exports = {
  forbidden: [
    {
      name: "pages-never-import-each-other",
      comment: "A page folder imports ui, arxiv and shared; what two pages share belongs there.",
      severity: "error",
      from: { path: `^extension/(${pages.join("|")})/` },
      to: { path: "^extension/", pathNot: ["^extension/$1/", "^extension/(ui|arxiv|shared)/"] },
    },
    ...Object.entries(lower).map(([folder, allowed]) => ({
      name: `${folder}-imports-only-what-lies-below`,
      comment: `${folder} may import ${allowed.join(", ") || "nothing of the extension"}.`,
      severity: "error",
      from: { path: `^extension/${folder}/` },
      to: { path: "^extension/", pathNot: [`^extension/(${[folder, ...allowed].join("|")})/`] },
    })),
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};
