import { languageName } from "./format";

interface Props {
  label: string;
  languages: readonly string[];
  lang: string;
  choose: (lang: string) => void;
}

/** A choice among languages, each under its own name. */
export function LanguageField({ label, languages, lang, choose }: Props) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={lang} onChange={(event) => choose(event.currentTarget.value)}>
        {languages.map((code) => (
          <option key={code} value={code} lang={code}>
            {languageName(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
