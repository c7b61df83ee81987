import { describe, expect, test } from "vitest";
import { choiceAt, choicesOf, draftOf, moved, requestOf } from "../../../extension/options/provider/draft";
import type { Providers, ProviderValue, ProviderView } from "../../../extension/shared/api";

const HERE = "https://models.example.org/v1";

function view(more: Partial<ProviderView> = {}): ProviderView {
  return {
    base_url: { value: HERE, source: "options" },
    model: { value: "m", source: "options" },
    context_tokens: null,
    model_in_use: "m",
    key_set: true,
    key_source: "options",
    preset: "any",
    host: "models.example.org",
    local: false,
    consented: true,
    problem: null,
    ...more,
  };
}

const ALL: Providers = {
  presets: [
    {
      name: "openai",
      label: "OpenAI",
      base_url: "https://api.openai.com/v1",
      model: "gpt",
      context_tokens: 1,
      local: false,
    },
    {
      name: "ollama",
      label: "Ollama",
      base_url: "http://127.0.0.1:11434/v1",
      model: "",
      context_tokens: 1,
      local: true,
    },
  ],
  found: [
    {
      preset: "ollama",
      label: "Ollama",
      base_url: "http://127.0.0.1:11434/v1",
      models: [{ id: "qwen3", context_tokens: 4096 }],
      needs_key: false,
    },
    { preset: "any", label: "127.0.0.1:9", base_url: "http://127.0.0.1:9/v1", models: [], needs_key: true },
  ],
};

test("found servers and services are offered; a local preset only where its server runs", () => {
  const { found, services } = choicesOf(ALL);
  expect(found.map(({ label, model }) => [label, model])).toEqual([
    ["Ollama · 127.0.0.1:11434", "qwen3"],
    ["127.0.0.1:9", ""],
  ]);
  expect(services.map(({ label }) => label)).toEqual(["OpenAI"]);
  expect(choicesOf({ ...ALL, found: [] }).found).toEqual([]);
});

test.each([
  ["http://localhost:11434/v1/", "Ollama · 127.0.0.1:11434"],
  [" https://api.openai.com/v1 ", "OpenAI"],
  ["https://elsewhere.example/v1", undefined],
  ["", undefined],
])("the choice at %s", (address, label) => {
  expect(choiceAt(choicesOf(ALL), address)?.label).toBe(label);
});

describe("what is sent", () => {
  test("a key only where one was typed", () => {
    expect(requestOf(draftOf(view()), view())).toEqual({
      base_url: HERE,
      model: "m",
      api_key: null,
      context_tokens: null,
    });
    expect(requestOf({ ...draftOf(view()), key: " sk-x " }, view()).api_key).toBe("sk-x");
  });

  test("nothing that the environment says", () => {
    const told: ProviderValue = { value: HERE, source: "environment" };
    expect(requestOf(draftOf(view({ base_url: told })), view({ base_url: told })).base_url).toBeNull();
  });

  test("the context stays with its address", () => {
    const sized = view({ context_tokens: { value: "9000", source: "options" } });
    const draft = draftOf(sized);
    expect(requestOf(draft, sized).context_tokens).toBe(9000);
    const elsewhere = { ...draft, base_url: "https://elsewhere.example" };
    expect(requestOf(elsewhere, sized).context_tokens).toBeNull();
  });
});

test.each([
  ["https://models.example.org/other", false],
  ["https://MODELS.example.org:443/v1", false],
  ["http://models.example.org/v1", true],
  ["https://models.example.org:8443/v1", true],
  ["models.example.org", true],
])("%s is another address: %s", (base_url, expected) => {
  expect(moved({ base_url, model: "", key: "" }, view())).toBe(expected);
});
