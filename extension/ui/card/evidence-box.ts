import { lazy } from "../lazy";

/** The passages on which a claim rests; loaded when a reader first asks for some. */
export const EvidenceBox = lazy(async () => (await import("./EvidenceBox")).EvidenceBox);
