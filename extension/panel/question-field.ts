/** The field where the reader asks. It is loaded on use: who wants it early gets it when it is there. */
export const QUESTION_FIELD = "question-field";

let wanted = false;

export function focusQuestion(): void {
  const field = document.getElementById(QUESTION_FIELD);
  field?.focus();
  wanted = !field;
}

/** Called when the field has been drawn. */
export function questionFieldDrawn(): void {
  if (wanted) focusQuestion();
}
