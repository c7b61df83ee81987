/** What can be done with a listed paper. */
export type Act = "keep" | "drop" | "open" | "abstract";
