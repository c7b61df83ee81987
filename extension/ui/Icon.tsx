const PATHS = {
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6 6 18",
  copy: "M9 9h9a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2zM5 15V6a1 1 0 0 1 1-1h9",
  list: "M4 5v14M8 5v14M12.5 5l6 14M12.5 5v14",
  back: "M19 12H5m6-6-6 6 6 6",
  settings: "M4 7h9m4 0h3M4 17h3m4 0h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
  remove: "M5 7h14M10 7V5h4v2m-7 0 1 12h8l1-12",
  left: "m14.5 6-6 6 6 6",
  right: "m9.5 6 6 6-6 6",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
