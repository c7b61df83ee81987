import { useCallback } from "preact/hooks";
import type { ClientView } from "../shared/api";
import type { Backend } from "../shared/client";
import { clients, removeClient } from "../shared/keeping-client";
import { day } from "../ui/format";
import { t } from "../ui/i18n";
import { ProblemNote } from "../ui/ProblemNote";
import { useAnswer } from "../ui/use-answer";
import { Sure } from "./Sure";

/** Which browsers the backend answers, and how to shut one out. */
export function Clients({ backend }: { backend: Backend }) {
  const { value, problem, busy, work } = useAnswer(useCallback(() => clients(backend), [backend]));
  const remove = (id: string) => void work(removeClient(backend, id).then(() => clients(backend)));
  return (
    <section id="clients">
      <h2>{t("options_clients")}</h2>
      <ul class="rows">
        {value?.map((client) => (
          <li key={client.id} class="field">
            <Client client={client} />
            {!client.current && (
              <Sure
                label={t("client_remove")}
                sure={t("client_remove_sure")}
                named={t("client_remove_named", client.name || client.origin)}
                disabled={busy}
                act={() => remove(client.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <div role="status">{problem && <ProblemNote problem={problem} />}</div>
    </section>
  );
}

function Client({ client: { name, origin, paired_at, current } }: { client: ClientView }) {
  return (
    <span>
      {name || t("client_unnamed")}
      {current && <b> · {t("client_this")}</b>}
      <span class="quiet block">
        {t("client_since", day(paired_at))} · <code>{origin.split("//")[1]}</code>
      </span>
    </span>
  );
}
