const PATHS = {
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6 6 18",
  copy: "M9 9h9a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2zM5 15V6a1 1 0 0 1 1-1h9",
  list: "M4 5v14M8 5v14M12.5 5l6 14M12.5 5v14",
  back: "M19 12H5m6-6-6 6 6 6",
  settings: "M4 7h9m4 0h3M4 17h3m4 0h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
  star: "m12 4 2.5 5.2 5.6.8-4 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4-4 5.6-.8z",
  more: "M4.4 12a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0m7 0a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0m7 0a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0",
  note: "M5 5h14v10l-4 4H5zM19 15h-4v4M8 9h8M8 12.5h5",
  tag: "M4 12V5a1 1 0 0 1 1-1h7l8 8-8 8zM8.5 8.5h.01",
  less: "M6 12h12",
  plus: "M6 12h12M12 6v12",
  edit: "m5 19 .8-3.6L16 5.2a1.4 1.4 0 0 1 2 0l.8.8a1.4 1.4 0 0 1 0 2L8.6 18.2z",
  remove: "M5 7h14M10 7V5h4v2m-7 0 1 12h8l1-12",
  ask: "M5 5h14v11h-7l-4 4v-4H5zM9.8 9a2.2 2 0 1 1 3 2c-.6.3-.8.6-.8 1.2M12 13.6h.01",
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
