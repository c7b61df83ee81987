import { t } from "../ui/i18n";
import { StartCommands } from "../ui/StartCommands";
import { Step } from "./Step";
import { type Found, USUAL_PORT } from "./use-found";

interface Props {
  found: Found;
  host: string;
  allow: () => void;
  lookAt: (port: number) => void;
}

/** Is there a backend on this machine? What starts one, where there is none. */
export function FindStep({ found, host, allow, lookAt }: Props) {
  const here = found.is === "found";
  return (
    <Step
      title={t("welcome_find")}
      state={here ? "done" : "now"}
      outcome={
        here ? <p class="good">{t("welcome_found", host, found.version)}</p> : <p>{missing(found, host)}</p>
      }
    >
      {found.is === "off" && (
        <>
          <StartCommands what="serve" />
          <p class="quiet">{t("welcome_noticed")}</p>
          <OtherPort lookAt={lookAt} />
        </>
      )}
      {found.is === "forbidden" && (
        <button type="button" class="button button-main" onClick={allow}>
          {t("welcome_allow")}
        </button>
      )}
    </Step>
  );
}

function missing(found: Exclude<Found, { is: "found" }>, host: string): string {
  switch (found.is) {
    case "looking":
      return t("welcome_looking", host);
    case "forbidden":
      return t("welcome_forbidden");
    case "mismatch":
      return t(found.update === "backend" ? "mismatch_backend" : "mismatch_extension", found.version);
    default:
      return t("welcome_off", host);
  }
}

function OtherPort({ lookAt }: { lookAt: (port: number) => void }) {
  return (
    <details>
      <summary>{t("welcome_other_port")}</summary>
      <label class="field">
        <span>{t("welcome_port")}</span>
        <input
          type="number"
          min={1}
          max={65535}
          placeholder={String(USUAL_PORT)}
          onInput={({ currentTarget: field }) => {
            if (field.value && field.checkValidity()) lookAt(field.valueAsNumber);
          }}
        />
      </label>
    </details>
  );
}
