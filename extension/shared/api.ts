// Generated from openapi.json by `npm run generate`; do not edit.

export type Event =
  StageEvent | DeltaEvent | ResultEvent | ResetEvent | WarningEvent | UsageEvent | ProblemEvent | DoneEvent;

export interface Api {
  BatchItem: BatchItem;
  BatchList: BatchList;
  BatchRequest: BatchRequest;
  BatchView: BatchView;
  Card: Card;
  CardEntry: CardEntry;
  CardKey: CardKey;
  CardList: CardList;
  CardPart: CardPart;
  Check: Check;
  Claim: Claim;
  ConsentRequest: ConsentRequest;
  Coverage: Coverage;
  DeltaEvent: DeltaEvent;
  DoneEvent: DoneEvent;
  EngineStatus: EngineStatus;
  Event: Event;
  Evidence: Evidence;
  Figure: Figure;
  FoundModel: FoundModel;
  FoundServer: FoundServer;
  GlossAnswer: GlossAnswer;
  GlossRequest: GlossRequest;
  Health: Health;
  JobList: JobList;
  JobView: JobView;
  Links: Links;
  Metadata: Metadata;
  ModelNames: ModelNames;
  PageQuery: PageQuery;
  PairAnswer: PairAnswer;
  PairRequest: PairRequest;
  PresetView: PresetView;
  Problem: Problem;
  ProblemDocument: ProblemDocument;
  ProblemEvent: ProblemEvent;
  Progress: Progress;
  Provenance: Provenance;
  ProviderRequest: ProviderRequest;
  ProviderValue: ProviderValue;
  ProviderView: ProviderView;
  Providers: Providers;
  ReaderSettings: ReaderSettings;
  ResetEvent: ResetEvent;
  ResultEvent: ResultEvent;
  Retry: Retry;
  SectionRead: SectionRead;
  Sentence: Sentence;
  StageCost: StageCost;
  StageEvent: StageEvent;
  StageStatus: StageStatus;
  Status: Status;
  Term: Term;
  Translation: Translation;
  TrialAnswer: TrialAnswer;
  UsageEvent: UsageEvent;
  Warning: Warning;
  WarningEvent: WarningEvent;
}
/**
 * One paper of a batch that has ended. `n` is its place in the request, from 0, twins left out.
 */
export interface BatchItem {
  n: number;
  /**
   * as it was asked for, in the form of an id
   */
  paper: string;
  state: "waiting" | "done" | "partial" | "failed" | "cancelled";
  card_id: string | null;
  /**
   * for the kind `brief`
   */
  card: Card | null;
  problem: Problem | null;
}
/**
 * Everything on one panel.
 */
export interface Card {
  /**
   * `key.digest()-revision`
   */
  id: string;
  key: CardKey;
  revision: number;
  /**
   * `partial`: at least one stage failed; `failed`: nothing could be shown
   */
  state: "running" | "done" | "partial" | "failed";
  metadata: Metadata | null;
  translation: Translation | null;
  summary: Claim[] | null;
  takeaways: Claim[] | null;
  figures: Figure[] | null;
  coverage: Coverage | null;
  provenance: Provenance;
  warnings: Warning[];
  problems: Problem[];
}
/**
 * What makes two requests the same request.
 */
export interface CardKey {
  /**
   * id_with_version, or `sha256:` and the hash of a local PDF
   */
  paper: string;
  kind: "card" | "deep" | "brief" | "selection" | "question";
  /**
   * BCP 47 code of the reader's language
   */
  lang: string;
  /**
   * `openai` (any compatible provider) or `extractive` (no model)
   */
  engine: string;
  /**
   * the model's name at its provider; empty for `extractive`
   */
  model: string;
  prompt_version: string;
  /**
   * hash of the selection or question, for kinds that have one
   */
  asked: string | null;
}
/**
 * Bibliographic facts, from arXiv or from the file; never from a model.
 */
export interface Metadata {
  source: "arxiv" | "file";
  /**
   * without version, as arXiv writes it
   */
  arxiv_id: string | null;
  version: number | null;
  latest_version: number | null;
  withdrawn: boolean;
  title: string;
  /**
   * as arXiv shows them: `First Last`
   */
  authors: string[];
  abstract: string;
  /**
   * primary category first
   */
  categories: string[];
  comment: string | null;
  journal_ref: string | null;
  /**
   * the journal's DOI
   */
  doi: string | null;
  /**
   * date of version 1
   */
  submitted: string | null;
  /**
   * date of this version
   */
  updated: string | null;
  /**
   * address of the licence
   */
  licence: string | null;
  links: Links;
  /**
   * the local PDF's name, for source `file`
   */
  file_name: string | null;
}
/**
 * Addresses, all made from the id or given by arXiv.
 */
export interface Links {
  abs: string | null;
  pdf: string | null;
  html: string | null;
  doi: string | null;
  /**
   * addresses in the abstract or comment
   */
  code: string[];
}
/**
 * Title and abstract in the reader's language, sentence by sentence, none missing.
 */
export interface Translation {
  lang: string;
  title: Sentence;
  sentences: Sentence[];
  /**
   * the same for the whole card
   */
  glossary: Term[];
}
/**
 * One sentence of the abstract and its translation.
 */
export interface Sentence {
  n: number;
  source: string;
  /**
   * None while pending and where the original is kept
   */
  target: string | null;
  state: "pending" | "ok" | "kept_original";
  /**
   * why the original was kept
   */
  reason: string | null;
  /**
   * terms of the glossary that `target` words in another way
   */
  other_terms: string[];
}
/**
 * A term of the paper and its one translation.
 */
export interface Term {
  source: string;
  target: string;
  /**
   * the reader's own list; a term that the field keeps in English; the paper's own term
   */
  origin: "user" | "field" | "paper";
}
/**
 * One statement about the paper.
 */
export interface Claim {
  text: string;
  role: ("problem" | "method" | "result" | "limit" | "resource") | null;
  check: Check;
  evidence: Evidence[];
}
/**
 * What code found when it compared a claim with the passages that it cites.
 */
export interface Check {
  status: "supported" | "number_missing" | "name_missing" | "uncited" | "pending";
  /**
   * the number or name that was not found
   */
  detail: string | null;
}
/**
 * A passage of the paper on which a claim rests.
 */
export interface Evidence {
  passage: number;
  page: number;
  /**
   * where the quote stands on the page, one per line
   */
  rects: [unknown, unknown, unknown, unknown][];
  /**
   * the passage's own words
   */
  quote: string;
  section: string | null;
  found_by: "model" | "search";
}
/**
 * A figure, table or algorithm with its caption.
 */
export interface Figure {
  kind: "figure" | "table" | "algorithm";
  /**
   * as printed: `3`, `A.1`, `IV`
   */
  number: string;
  caption: string;
  caption_target: string | null;
  /**
   * why the caption was kept in the original
   */
  caption_kept: string | null;
  page: number;
  /**
   * @minItems 4
   * @maxItems 4
   */
  rect: [unknown, unknown, unknown, unknown];
  /**
   * pixels of the picture at `url`
   */
  width: number;
  /**
   * pixels of the picture at `url`
   */
  height: number;
  /**
   * path on the backend; needs the token
   */
  url: string;
}
/**
 * How much of the paper was read. Counts and sections are of what a reader would read: no references.
 */
export interface Coverage {
  source: "pdf" | "html+pdf" | "abstract";
  pages_read: number;
  pages_of: number;
  passages_sent: number;
  passages_compressed: number;
  passages_left_out: number;
  sections_left_out: string[];
  sections: SectionRead[];
}
/**
 * How a section reached the model: as it is, as notes on it, as its own key sentences, or not.
 */
export interface SectionRead {
  title: string;
  read: "whole" | "compressed" | "excerpts" | "left_out";
}
/**
 * Who wrote the card, when, and for how much.
 */
export interface Provenance {
  engine: string;
  model: string;
  prompt_version: string;
  /**
   * host name that received the text
   */
  provider: string | null;
  created_at: string;
  /**
   * prompt tokens, cached ones included
   */
  tokens_in: number;
  tokens_cached: number;
  tokens_out: number;
  /**
   * None where the model's price is not known
   */
  cost: number | null;
  currency: string;
  /**
   * True where the provider reported no usage
   */
  estimated: boolean;
  /**
   * the same by stage
   */
  stages: StageCost[];
}
/**
 * What one stage has used, failed tries included; fields as in `Provenance`.
 */
export interface StageCost {
  stage: "metadata" | "translation" | "reading" | "figures" | "summary";
  tokens_in: number;
  tokens_cached: number;
  tokens_out: number;
  cost: number | null;
  estimated: boolean;
}
/**
 * Something that the reader should know about the paper or its file.
 */
export interface Warning {
  kind:
    | "hidden_text"
    | "withdrawn"
    | "newer_version"
    | "partial_pdf"
    | "scan"
    | "no_pdf"
    | "no_model"
    | "unreadable";
  page: number | null;
  text: string;
}
/**
 * A stage that failed; the others stand.
 */
export interface Problem {
  stage: ("metadata" | "translation" | "reading" | "figures" | "summary") | null;
  /**
   * slug of the error, see errors.py
   */
  type: string;
  title: string;
  detail: string;
  hint: string;
}
/**
 * `GET /api/v1/batches`: the newest first.
 */
export interface BatchList {
  batches: BatchView[];
}
/**
 * Many papers asked for at once.
 */
export interface BatchView {
  id: string;
  label: string;
  kind: "card" | "deep" | "brief" | "selection" | "question";
  lang: string;
  engine: string;
  model: string;
  /**
   * `stopped`: a problem that every later paper would meet; `resume` goes on
   */
  state: "running" | "done" | "cancelled" | "stopped";
  problem: Problem | null;
  /**
   * papers in each state
   */
  counts: {
    [k: string]: number;
  };
  created_at: string;
  updated_at: string;
}
/**
 * `POST /api/v1/batches`.
 */
export interface BatchRequest {
  /**
   * @minItems 1
   * @maxItems 3000
   */
  papers: [string, ...string[]];
  kind?: "brief" | "card";
  lang?: string | null;
  engine?: ("openai" | "extractive") | null;
  /**
   * what the reader sees in the list
   */
  label?: string;
}
/**
 * One line of the list of saved papers.
 */
export interface CardEntry {
  id: string;
  paper: string;
  lang: string;
  title: string;
  title_target: string | null;
  /**
   * the first three
   */
  authors: string[];
  author_count: number;
  state: "done" | "partial" | "failed";
  engine: string;
  model: string;
  saved_at: string;
}
/**
 * `GET /api/v1/cards`: saved papers, newest first.
 */
export interface CardList {
  cards: CardEntry[];
  total: number;
}
/**
 * The fields of the card that a stage has made; a field that is None is left as it was.
 */
export interface CardPart {
  metadata: Metadata | null;
  translation: Translation | null;
  summary: Claim[] | null;
  takeaways: Claim[] | null;
  figures: Figure[] | null;
  coverage: Coverage | null;
  provenance: Provenance | null;
}
/**
 * `PUT /api/v1/consents`: the reader has seen that `provider` gets the text.
 */
export interface ConsentRequest {
  provider: string;
}
/**
 * Text to append at `path` of the card, e.g. `translation/sentences/3/target`, `takeaways/0/text`.
 *
 * List indexes count from 0; a missing element is made, empty, at first touch.
 */
export interface DeltaEvent {
  type: "delta";
  stage: "metadata" | "translation" | "reading" | "figures" | "summary";
  path: string;
  text: string;
}
/**
 * The last event of a job.
 */
export interface DoneEvent {
  type: "done";
  state: "done" | "partial" | "failed" | "cancelled";
  card_id: string | null;
}
/**
 * Which engine answers now, and who gets the text.
 */
export interface EngineStatus {
  engine: "openai" | "extractive";
  model: string;
  /**
   * host (and port) that receives the text; None: nobody
   */
  provider: string | null;
  /**
   * the provider is this machine, or nobody
   */
  local: boolean;
  /**
   * the reader has confirmed this provider
   */
  consented: boolean;
  key_set: boolean;
  context_tokens: number | null;
}
/**
 * A stage changed its state, or got further.
 */
export interface StageEvent {
  type: "stage";
  name: "metadata" | "translation" | "reading" | "figures" | "summary";
  state: "waiting" | "running" | "done" | "failed" | "skipped" | "cancelled";
  progress: Progress | null;
  retry: Retry | null;
}
/**
 * How far a stage is.
 */
export interface Progress {
  done: number;
  total: number;
  unit: "pages" | "sentences" | "figures" | "claims" | "sections";
}
/**
 * A wait before the next try, shown to the reader.
 */
export interface Retry {
  attempt: number;
  /**
   * seconds until the next try
   */
  wait: number;
  /**
   * slug of the error that caused it
   */
  reason: string;
}
/**
 * Replaces the named fields of the card, deltas included.
 *
 * A stage may send several: a skeleton first (`final` False), the checked result last.
 */
export interface ResultEvent {
  type: "result";
  stage: "metadata" | "translation" | "reading" | "figures" | "summary";
  part: CardPart;
  final: boolean;
}
/**
 * A stage runs again: what it had shown goes.
 */
export interface ResetEvent {
  type: "reset";
  stage: "metadata" | "translation" | "reading" | "figures" | "summary";
}
/**
 * Adds a warning to the card.
 */
export interface WarningEvent {
  type: "warning";
  warning: Warning;
}
/**
 * The provenance so far: tokens and money up to now.
 */
export interface UsageEvent {
  type: "usage";
  provenance: Provenance;
}
/**
 * Adds a problem to the card.
 */
export interface ProblemEvent {
  type: "problem";
  problem: Problem;
}
/**
 * A model of a server on this machine.
 */
export interface FoundModel {
  id: string;
  context_tokens: number | null;
}
/**
 * A model's server that runs on this machine.
 */
export interface FoundServer {
  preset: string;
  label: string;
  base_url: string;
  models: FoundModel[];
  needs_key: boolean;
}
/**
 * A finished card, or the job that is making it (exactly one of the two).
 */
export interface GlossAnswer {
  card: Card | null;
  job: JobView | null;
}
/**
 * One job in the queue.
 */
export interface JobView {
  id: string;
  key: CardKey;
  title: string | null;
  state: "queued" | "running" | "done" | "partial" | "failed" | "cancelled";
  stages: StageStatus[];
  created_at: string;
  updated_at: string;
  card_id: string | null;
}
/**
 * One stage of a job.
 */
export interface StageStatus {
  name: "metadata" | "translation" | "reading" | "figures" | "summary";
  state: "waiting" | "running" | "done" | "failed" | "skipped" | "cancelled";
  progress: Progress | null;
}
/**
 * `POST /api/v1/glosses`.
 */
export interface GlossRequest {
  /**
   * id, any arXiv address, or `sha256:…`
   */
  paper: string;
  lang?: string | null;
  kind?: "card";
  engine?: ("openai" | "extractive") | null;
  /**
   * make a new revision although a card is stored
   */
  regenerate?: boolean;
}
/**
 * `GET /api/v1/health`, the only answer that needs no token.
 */
export interface Health {
  name: "papergloss";
  version: string;
  api: number;
}
/**
 * `GET /api/v1/jobs`: running and queued first, then the latest ended ones.
 */
export interface JobList {
  jobs: JobView[];
}
/**
 * `POST /api/v1/settings/provider/models`: the models that the provider lists.
 */
export interface ModelNames {
  models: string[];
}
/**
 * Paging.
 */
export interface PageQuery {
  offset: number;
  limit: number;
}
/**
 * The token, shown once; it works only from the Origin that asked.
 */
export interface PairAnswer {
  token: string;
  version: string;
}
/**
 * `POST /api/v1/pair`.
 */
export interface PairRequest {
  secret: string;
  /**
   * what the reader will see in the list of clients
   */
  client?: string;
}
/**
 * A provider that PaperGloss knows.
 */
export interface PresetView {
  name: string;
  label: string;
  base_url: string;
  /**
   * the usual model; empty where the reader must choose one
   */
  model: string;
  context_tokens: number;
  local: boolean;
}
/**
 * RFC 9457, `application/problem+json`; the body of every error.
 */
export interface ProblemDocument {
  /**
   * stable slug, see errors.py
   */
  type: string;
  title: string;
  status: number;
  detail: string;
  hint: string;
}
/**
 * `PUT /api/v1/settings/provider`, and what may be tried before it is saved.
 *
 * A value that is left out falls back to the environment or the config file. A key that is left out stays,
 * unless the address changes: then it is dropped.
 */
export interface ProviderRequest {
  base_url?: string | null;
  model?: string | null;
  context_tokens?: number | null;
  api_key?: string | null;
}
/**
 * A value in use, and who said so. Values of the environment cannot be changed from the options page.
 */
export interface ProviderValue {
  value: string;
  source: "environment" | "options" | "config file";
}
/**
 * `GET /api/v1/settings/provider`. A key is never shown: only whether there is one.
 */
export interface ProviderView {
  /**
   * None: no source names an address
   */
  base_url: ProviderValue | null;
  model: ProviderValue | null;
  context_tokens: ProviderValue | null;
  key_set: boolean;
  key_source: ("environment" | "options" | "config file") | null;
  /**
   * name of the preset at the address in use
   */
  preset: string | null;
  /**
   * host (and port) that gets the papers' text
   */
  host: string | null;
  local: boolean;
  consented: boolean;
  /**
   * why these values make no provider
   */
  problem: ProblemDocument | null;
}
/**
 * `GET /api/v1/providers`.
 */
export interface Providers {
  presets: PresetView[];
  found: FoundServer[];
}
/**
 * `GET` and `PUT /api/v1/settings/reader`.
 */
export interface ReaderSettings {
  lang: string;
}
/**
 * `GET /api/v1/status`.
 */
export interface Status {
  version: string;
  api: number;
  /**
   * language for glosses where the request names none
   */
  lang: string;
  languages: string[];
  engine: EngineStatus;
  /**
   * what to type to connect a model
   */
  command: string;
}
/**
 * `POST /api/v1/settings/provider/test`: what came of one tiny call.
 */
export interface TrialAnswer {
  ok: boolean;
  problem: ProblemDocument | null;
  host: string;
  model: string;
  first_word_seconds: number | null;
  tokens_in: number;
  tokens_out: number;
  /**
   * None: the model's price is not known
   */
  cost: number | null;
  currency: string;
  estimated: boolean;
}
