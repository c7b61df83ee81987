import type { ProblemDocument } from "./api";

/** An answer of the backend that is a problem document; `problem.type` is the slug to translate. */
export class ProblemError extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(problem.detail);
    this.name = "ProblemError";
  }
}

/** Nobody answered at `base`, or the connection broke in mid-answer. */
export class BackendOff extends Error {
  constructor(readonly base: string) {
    super(`no PaperGloss backend answers at ${base}`);
    this.name = "BackendOff";
  }
}

/** Extension and backend do not fit; `update` says which of the two is the older one. */
export class VersionMismatch extends Error {
  constructor(
    readonly update: "extension" | "backend",
    readonly backendVersion: string,
  ) {
    super(`the ${update} is too old for the other side`);
    this.name = "VersionMismatch";
  }
}

/** The problem document of a failed answer; one of our own making where the body is something else. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  if (isProblem) return new ProblemError((await response.json()) as ProblemDocument);
  return new ProblemError({
    type: "internal",
    title: "Unexpected answer",
    status: response.status,
    detail: `The backend answered with status ${response.status} and no explanation.`,
    hint: "Run `papergloss doctor`.",
  });
}
