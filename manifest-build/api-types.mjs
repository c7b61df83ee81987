// Writes extension/shared/api.ts from the backend's OpenAPI document; with --check only compares.
import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const SOURCE = new URL("../extension/shared/openapi.json", import.meta.url);
const TARGET = new URL("../extension/shared/api.ts", import.meta.url);
const BANNER = "// Generated from openapi.json by `npm run generate`; do not edit.\n";

/** References of OpenAPI components become references inside one JSON Schema. */
function asJsonSchema(document) {
  const text = JSON.stringify(document.components.schemas);
  return JSON.parse(text.replaceAll("#/components/schemas/", "#/$defs/"));
}

/** Titles that pydantic gives to properties would become type names of their own. */
function withoutPropertyTitles(schema) {
  for (const property of Object.values(schema.properties ?? {})) delete property.title;
  return schema;
}

/** The backend always sends every field: only what the extension sends may leave defaults out. */
function withAnswersComplete(name, schema) {
  if (schema.properties && !name.endsWith("Request")) schema.required = Object.keys(schema.properties);
  return schema;
}

async function generate() {
  const defs = asJsonSchema(JSON.parse(await readFile(SOURCE, "utf8")));
  for (const [name, schema] of Object.entries(defs)) {
    schema.title = name;
    withAnswersComplete(name, withoutPropertyTitles(schema));
  }
  const root = {
    title: "Api",
    type: "object",
    additionalProperties: false,
    $defs: defs,
    properties: Object.fromEntries(Object.keys(defs).map((name) => [name, { $ref: `#/$defs/${name}` }])),
    required: Object.keys(defs),
  };
  return compile(root, "Api", {
    bannerComment: BANNER,
    additionalProperties: false,
    style: { printWidth: 110 },
  });
}

const text = await generate();
if (!process.argv.includes("--check")) {
  await writeFile(TARGET, text);
} else if (text !== (await readFile(TARGET, "utf8"))) {
  console.error("extension/shared/api.ts is not what openapi.json says: run `npm run generate`.");
  process.exitCode = 1;
}
