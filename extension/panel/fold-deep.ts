import type { Card, DeepSection } from "../shared/api";

type Explainer = NonNullable<Card["deep"]>;

/** The explainer with `section` in the place of the one with its name, or behind the others. */
export function withSection(deep: Explainer | null, section: DeepSection): Explainer {
  if (!deep?.sections.some(({ name }) => name === section.name))
    return { lede: null, ...deep, sections: [...(deep?.sections ?? []), section] };
  return changed(deep, section.name, () => section);
}

/** The explainer with one section as the outline left it. */
export function withoutText(deep: Explainer | null, stage: string): Explainer | null {
  return (
    deep &&
    changed(deep, stage, ({ name, heading, points }) => ({
      name,
      heading,
      points,
      draft: "",
      blocks: [],
      words: 0,
      length: null,
    }))
  );
}

/** The explainer with text appended to one section's draft. */
export function drafted(deep: Explainer, stage: string, text: string): Explainer {
  return changed(deep, stage, (old) => ({ ...old, draft: old.draft + text }));
}

function changed(deep: Explainer, name: string, change: (old: DeepSection) => DeepSection): Explainer {
  const sections = deep.sections.map((section) => (section.name === name ? change(section) : section));
  return { ...deep, sections };
}
