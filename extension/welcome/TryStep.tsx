import { useEffect, useRef, useState } from "preact/hooks";
import { writeSetting } from "../shared/settings";
import { t } from "../ui/i18n";
import { LanguageField } from "../ui/LanguageField";
import { useSetting } from "../ui/use-setting";
import { type FirstGloss, glossFirst, SAMPLE } from "./first-gloss";
import { Outcome } from "./Outcome";
import { SampleResult } from "./SampleResult";
import { Step } from "./Step";
import type { Connected } from "./use-pairing";

/** Tests the model, glosses one paper, shows what came of it. */
export function TryStep({ connected }: { connected: Connected | null }) {
  const [step, setStep] = useState<FirstGloss | null>(null);
  const running = useRef<AbortController | null>(null);
  const chosen = useSetting("lang");
  useEffect(() => () => running.current?.abort(), []);
  if (!connected) return <Step title={t("welcome_try")} state="later" />;

  const { backend, status } = connected;
  const { engine, languages } = status;
  const lang = chosen ?? status.lang;
  const start = (withModel: boolean) => {
    running.current?.abort();
    running.current = new AbortController();
    void glossFirst(backend, engine, { lang, withModel }, setStep, running.current.signal);
  };
  const busy = step?.is === "testing" || step?.is === "glossing";
  return (
    <Step
      title={t("welcome_try")}
      state={step?.is === "done" ? "done" : "now"}
      outcome={step && <Outcome step={step} />}
    >
      {step?.is === "done" ? (
        <SampleResult card={step.card} />
      ) : (
        <>
          {!busy && <WhatIsSent engine={engine} />}
          <LanguageField
            label={t("pair_language")}
            languages={languages}
            lang={lang}
            choose={(code) => void writeSetting("lang", code)}
          />
          <div class="choices">
            <button type="button" class="button button-main" disabled={busy} onClick={() => start(true)}>
              {t(mainLabel(engine.engine, step))}
            </button>
            {step?.is === "model-failed" && (
              <button type="button" class="button" onClick={() => start(false)}>
                {t("without_model")}
              </button>
            )}
            {(engine.engine !== "openai" || step?.is === "model-failed") && (
              <button type="button" class="button" onClick={() => void chrome.runtime.openOptionsPage()}>
                {t("welcome_choose_model")}
              </button>
            )}
          </div>
        </>
      )}
    </Step>
  );
}

function mainLabel(engine: string, step: FirstGloss | null) {
  if (step?.is === "model-failed" || step?.is === "failed") return "try_again";
  return engine === "openai" ? "welcome_try_model" : "welcome_try_sample";
}

/** Which paper, and who would get its text. */
function WhatIsSent({ engine }: { engine: Connected["status"]["engine"] }) {
  return (
    <>
      <p>{t("welcome_sample", SAMPLE.title)}</p>
      {engine.engine === "extractive" && <p class="caution">{t("welcome_no_model")}</p>}
      {engine.engine === "local" && <p class="quiet">{t("welcome_draft", engine.model)}</p>}
      {engine.engine === "openai" && (
        <p class="quiet">
          {t(engine.local ? "welcome_sent_here" : "welcome_sent", engine.model, engine.provider ?? "")}
        </p>
      )}
    </>
  );
}
