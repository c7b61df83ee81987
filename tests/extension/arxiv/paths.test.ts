import { expect, test } from "vitest";
import { idWithVersion, parseArxivId } from "../../../extension/arxiv/identifier";
import { paperOfPath } from "../../../extension/arxiv/paths";
import table from "../../cases/identifiers.json" with { type: "json" };

const PATH = /^https:\/\/arxiv\.org(\/(?:abs|pdf|html)\/[^?#%]*)$/;
const addresses = table.valid.map(([text]) => String(text)).filter((text) => PATH.test(text));

test.each([
  ["/abs/1706.03762", "1706.03762"],
  ["/abs/1706.03762v7", "1706.03762v7"],
  ["/pdf/2503.20680v1.pdf", "2503.20680v1"],
  ["/pdf/hep-th/9901001.pdf", "hep-th/9901001"],
  ["/abs/HEP-TH/9901001V2", "hep-th/9901001v2"],
  ["/abs/math.AG/0202001", "math/0202001"],
  ["/abs/arXiv:0704.0001", "0704.0001"],
  ["/html/2503.20680v1/", "2503.20680v1"],
  ["/html/2503.20680v1/S1.html", "2503.20680v1"],
])("%s is about %s, as the full reader says too", (path, paper) => {
  expect(paperOfPath(path)).toBe(paper);
  const full = parseArxivId(`https://arxiv.org${path}`);
  expect(full && idWithVersion(full)).toBe(paper);
});

test.each([
  "/",
  "/abs/",
  "/abs/nonsense",
  "/list/cs.CL/new",
  "/abs/17060.3762",
  "/abs/1706.03762x",
  "/a/he_k_1",
  "",
])("%s is about no paper", (path) => expect(paperOfPath(path)).toBeNull());

test.each(addresses)("%s is read as the full reader reads it", (address) => {
  const full = parseArxivId(address);
  expect(paperOfPath(PATH.exec(address)?.[1] ?? "")).toBe(full && idWithVersion(full));
});
