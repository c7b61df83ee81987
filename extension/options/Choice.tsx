interface Props {
  label: string;
  value: string;
  choices: readonly { value: string; label: string; lang?: string }[];
  choose: (value: string) => void;
}

/** One setting with a few values. */
export function Choice({ label, value, choices, choose }: Props) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}
