import { expect, test } from "vitest";
import { arxivPage } from "../../../extension/arxiv/pages";

test.each([
  ["https://arxiv.org/abs/1706.03762v7", "abstract", "1706.03762"],
  ["https://www.arxiv.org/abs/hep-th/9901001", "abstract", "hep-th/9901001"],
  ["https://export.arxiv.org/pdf/2503.20680.pdf", "pdf", "2503.20680"],
  ["https://arxiv.org/html/2503.20680v1", "html", "2503.20680"],
  ["https://arxiv.org/list/cs.CL/recent", "listing", undefined],
  ["https://arxiv.org/search/?query=lora", "search", undefined],
  ["https://arxiv.org/", "other", undefined],
  ["https://arxiv.org/abs/nonsense", "abstract", undefined],
])("%s is %s", (address, kind, id) => {
  const page = arxivPage(address);
  expect(page?.kind).toBe(kind);
  expect(page?.paper?.id).toBe(id);
});

test.each([
  "http://arxiv.org/abs/1706.03762",
  "https://arxiv.org.evil.example/abs/1706.03762",
  "https://evil.example/arxiv.org/abs/1706.03762",
  "chrome://newtab",
  "not an address",
])("%s is no page of arXiv's", (address) => {
  expect(arxivPage(address)).toBeNull();
});
