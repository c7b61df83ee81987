// Generated from openapi.json by `npm run generate`; do not edit.

export type Event =
  StageEvent | DeltaEvent | ResultEvent | ResetEvent | WarningEvent | UsageEvent | ProblemEvent | DoneEvent;

export interface Api {
  Asked: Asked;
  BackupEntry: BackupEntry;
  BackupList: BackupList;
  BackupPreview: BackupPreview;
  BatchItem: BatchItem;
  BatchList: BatchList;
  BatchQuery: BatchQuery;
  BatchRequest: BatchRequest;
  BatchView: BatchView;
  BulkRequest: BulkRequest;
  CapRequest: CapRequest;
  Card: Card;
  CardEntry: CardEntry;
  CardKey: CardKey;
  CardList: CardList;
  CardPart: CardPart;
  CardVersion: CardVersion;
  Changed: Changed;
  Check: Check;
  ChosenRequest: ChosenRequest;
  Claim: Claim;
  ClientList: ClientList;
  ClientView: ClientView;
  Collection: Collection;
  CollectionList: CollectionList;
  CollectionRequest: CollectionRequest;
  CompareQuery: CompareQuery;
  ComparedPart: ComparedPart;
  Comparison: Comparison;
  ConflictDocument: ConflictDocument;
  ConsentRequest: ConsentRequest;
  Correction: Correction;
  CorrectionRequest: CorrectionRequest;
  Coverage: Coverage;
  DecisionRequest: DecisionRequest;
  DeepSection: DeepSection;
  DeltaEvent: DeltaEvent;
  Difference: Difference;
  DoneEvent: DoneEvent;
  EngineStatus: EngineStatus;
  EraseRequest: EraseRequest;
  Estimate: Estimate;
  EstimateRequest: EstimateRequest;
  Event: Event;
  Evidence: Evidence;
  Explainer: Explainer;
  ExportQuery: ExportQuery;
  Figure: Figure;
  FigureShown: FigureShown;
  Followed: Followed;
  Formula: Formula;
  FoundModel: FoundModel;
  FoundServer: FoundServer;
  FurtherReading: FurtherReading;
  GlossAnswer: GlossAnswer;
  GlossRequest: GlossRequest;
  Health: Health;
  HistoryEntry: HistoryEntry;
  HistoryList: HistoryList;
  HistoryQuery: HistoryQuery;
  ImportAnswer: ImportAnswer;
  ImportQuery: ImportQuery;
  ImportedRow: ImportedRow;
  JobList: JobList;
  JobView: JobView;
  KeptQuestion: KeptQuestion;
  LibraryQuery: LibraryQuery;
  Links: Links;
  ListedPaper: ListedPaper;
  Marks: Marks;
  Metadata: Metadata;
  MissingFeed: MissingFeed;
  ModelNames: ModelNames;
  NamedPaper: NamedPaper;
  Note: Note;
  NoteChangeRequest: NoteChangeRequest;
  NoteRequest: NoteRequest;
  PageQuery: PageQuery;
  PairAnswer: PairAnswer;
  PairRequest: PairRequest;
  PaperEntry: PaperEntry;
  PaperGroup: PaperGroup;
  PaperList: PaperList;
  PaperRequest: PaperRequest;
  PaperTag: PaperTag;
  PaperView: PaperView;
  Paragraph: Paragraph;
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
  Question: Question;
  QuestionList: QuestionList;
  QuestionRequest: QuestionRequest;
  ReaderSettings: ReaderSettings;
  ResetEvent: ResetEvent;
  Resource: Resource;
  ResultEvent: ResultEvent;
  Retry: Retry;
  RunningQuestion: RunningQuestion;
  Saying: Saying;
  SectionRead: SectionRead;
  Segment: Segment;
  Selection: Selection;
  SelectionRequest: SelectionRequest;
  Sentence: Sentence;
  SeveralQuery: SeveralQuery;
  StageCost: StageCost;
  StageDurations: StageDurations;
  StageEvent: StageEvent;
  StageStatus: StageStatus;
  Status: Status;
  Table: Table;
  Tag: Tag;
  TagChangeRequest: TagChangeRequest;
  TagList: TagList;
  TagMergeRequest: TagMergeRequest;
  TagRequest: TagRequest;
  Term: Term;
  TermList: TermList;
  TodayList: TodayList;
  TodayQuery: TodayQuery;
  Translation: Translation;
  TrialAnswer: TrialAnswer;
  UndoRequest: UndoRequest;
  UploadAnswer: UploadAnswer;
  UsageEvent: UsageEvent;
  UsageQuery: UsageQuery;
  UsageReport: UsageReport;
  UsageRow: UsageRow;
  VersionsAnswer: VersionsAnswer;
  VersionsRequest: VersionsRequest;
  Warning: Warning;
  WarningEvent: WarningEvent;
}
/**
 * A selection in its place. Formulas stand as `$LaTeX$`, an empty line between paragraphs.
 */
export interface Asked {
  task: "translate" | "explain";
  text: string;
  /**
   * what stands before it
   */
  before: string;
  /**
   * what stands after it
   */
  after: string;
  /**
   * the paper's title, or the page's
   */
  title: string;
}
/**
 * One backup.
 */
export interface BackupEntry {
  name: string;
  made_at: string;
  bytes: number;
  reason: "daily" | "asked" | "before-restore";
}
/**
 * Backups, newest first.
 */
export interface BackupList {
  backups: BackupEntry[];
}
/**
 * What restoring a backup would do. Settings and paired browsers stay as they are.
 */
export interface BackupPreview {
  backup: BackupEntry;
  papers: number;
  cards: number;
  notes: number;
  tags: number;
  /**
   * titles of papers that are here now and not in the backup
   */
  gone: string[];
  gone_count: number;
  /**
   * titles of papers that are in the backup and not here now
   */
  back: string[];
  back_count: number;
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
  selection: Selection | null;
  deep: Explainer | null;
  question: Question | null;
  coverage: Coverage | null;
  provenance: Provenance;
  warnings: Warning[];
  problems: Problem[];
  /**
   * one for each place at most
   */
  corrections: Correction[];
}
/**
 * What makes two requests the same request.
 */
export interface CardKey {
  /**
   * id_with_version, `sha256:` and the hash of a local PDF, or `page:` and that of a title
   */
  paper: string;
  kind: "card" | "deep" | "abstract" | "brief" | "selection" | "question";
  /**
   * BCP 47 code of the reader's language
   */
  lang: string;
  /**
   * `openai` (any compatible provider), `local` (drafts by a small model on this machine) or `extractive`
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
  /**
   * `page`: a page that is about no known paper; only its title is known; `import`: a list of another program; `papers`: several papers that are asked about together
   */
  source: "arxiv" | "file" | "page" | "import" | "papers";
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
  /**
   * `supported`: numbers, names and terms stand in the evidence; `unchecked`: nothing in the claim could be compared; `number_missing`, `name_missing`: not there, a name being also an address or a quotation; `contradicted`: the passage gives the number another direction or to another name; `miscited`: the cited passages tell of something else; `passage_missing`: a cited passage does not exist; `uncited`: none is cited
   */
  status:
    | "supported"
    | "unchecked"
    | "number_missing"
    | "name_missing"
    | "contradicted"
    | "miscited"
    | "passage_missing"
    | "uncited"
    | "pending";
  /**
   * the numbers, names or passage numbers that the status speaks of, as the claim writes them; null for the other statuses
   */
  detail: string | null;
}
/**
 * A passage of the paper on which a claim rests.
 */
export interface Evidence {
  /**
   * its paper, on a card about several
   */
  paper: string | null;
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
  /**
   * `model`: the model cited it; `search`: found by code, cited by nobody; `paper`: the claim is this passage's own sentence
   */
  found_by: "model" | "search" | "paper";
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
 * What the reader selected on a page: translated, said as a dictionary would, or explained.
 */
export interface Selection {
  /**
   * `sense`: of a word or two, in the paper's field
   */
  task: "translation" | "sense" | "explanation";
  lang: string;
  /**
   * formulas as `$LaTeX$`, an empty line between paragraphs
   */
  text: string;
  /**
   * nothing to translate: it is in the reader's language
   */
  same_language: boolean;
  /**
   * for the task `translation`
   */
  sentences: Sentence[];
  /**
   * how many sentences each has
   */
  paragraphs: number[];
  /**
   * for the other tasks
   */
  answer: string;
  check: Check1;
}
/**
 * What code found when it compared a claim with the passages that it cites.
 */
export interface Check1 {
  /**
   * `supported`: numbers, names and terms stand in the evidence; `unchecked`: nothing in the claim could be compared; `number_missing`, `name_missing`: not there, a name being also an address or a quotation; `contradicted`: the passage gives the number another direction or to another name; `miscited`: the cited passages tell of something else; `passage_missing`: a cited passage does not exist; `uncited`: none is cited
   */
  status:
    | "supported"
    | "unchecked"
    | "number_missing"
    | "name_missing"
    | "contradicted"
    | "miscited"
    | "passage_missing"
    | "uncited"
    | "pending";
  /**
   * the numbers, names or passage numbers that the status speaks of, as the claim writes them; null for the other statuses
   */
  detail: string | null;
}
/**
 * The whole deep read.
 */
export interface Explainer {
  /**
   * the paper in a sentence or two
   */
  lede: Claim | null;
  sections: DeepSection[];
}
/**
 * One section: planned by the outline, streamed as `draft`, replaced by checked `blocks`.
 */
export interface DeepSection {
  name: "motivation" | "prior_work" | "method" | "experiments" | "limits" | "reading_list" | "resources";
  /**
   * in the reader's language; empty where the outline gave none
   */
  heading: string;
  /**
   * what the outline plans to say
   */
  points: string[];
  /**
   * text while it is written; empty once the blocks stand
   */
  draft: string;
  blocks: (Paragraph | Formula | FigureShown | Table | FurtherReading | Resource)[];
  /**
   * of the paragraphs, counted as words of English would be
   */
  words: number;
  /**
   * outside of what was asked for, also the second time
   */
  length: ("short" | "long") | null;
}
/**
 * Sentences that belong together, each checked against the passages that it cites.
 */
export interface Paragraph {
  kind: "paragraph";
  claims: Claim[];
}
/**
 * A formula that stands apart.
 */
export interface Formula {
  kind: "formula";
  /**
   * LaTeX without dollar signs
   */
  tex: string;
  check: Check2;
  evidence: Evidence[];
}
/**
 * What code found when it compared a claim with the passages that it cites.
 */
export interface Check2 {
  /**
   * `supported`: numbers, names and terms stand in the evidence; `unchecked`: nothing in the claim could be compared; `number_missing`, `name_missing`: not there, a name being also an address or a quotation; `contradicted`: the passage gives the number another direction or to another name; `miscited`: the cited passages tell of something else; `passage_missing`: a cited passage does not exist; `uncited`: none is cited
   */
  status:
    | "supported"
    | "unchecked"
    | "number_missing"
    | "name_missing"
    | "contradicted"
    | "miscited"
    | "passage_missing"
    | "uncited"
    | "pending";
  /**
   * the numbers, names or passage numbers that the status speaks of, as the claim writes them; null for the other statuses
   */
  detail: string | null;
}
/**
 * One of the card's `figures`, shown here because the text needs it.
 */
export interface FigureShown {
  kind: "figure";
  of: "figure" | "table" | "algorithm";
  number: string;
}
/**
 * A table of the paper, its cells read from the page by code; no model has touched them.
 */
export interface Table {
  kind: "table";
  number: string;
  /**
   * rows above the first rule or the first row of numbers
   */
  head: string[][];
  /**
   * as long as one another and as the rows of `head`
   */
  rows: string[][];
  page: number;
}
/**
 * A paper from the list of references, and why to read it.
 */
export interface FurtherReading {
  kind: "reference";
  passage: number;
  /**
   * as the paper prints it, but for the end of a long list of authors
   */
  text: string;
  /**
   * where the entry has one, or arXiv's search found it
   */
  arxiv_id: string | null;
  /**
   * the entry prints no id: arXiv has a paper with its title and first author
   */
  by_title: boolean;
  /**
   * on arXiv, else by the entry's DOI or web address
   */
  address: string | null;
  claims: Claim[];
}
/**
 * An address that the paper names, with the sentence in which it stands.
 */
export interface Resource {
  kind: "resource";
  address: string;
  of: "code" | "data" | "model" | "page";
  evidence: Evidence[];
}
/**
 * What the reader asked about the paper, and what the paper says to it.
 */
export interface Question {
  text: string;
  /**
   * of a question about several; empty for one about the card's paper
   */
  papers: NamedPaper[];
  /**
   * id of the card with the question before it in the same conversation
   */
  follows: string | null;
  /**
   * by the paper: `no` where it does not say, and `missing` what; `searched`: no model was asked, the claims are the passages' own sentences that share most with the question
   */
  answered: "pending" | "yes" | "partly" | "no" | "searched";
  /**
   * the answer, or what comes near it
   */
  claims: Claim[];
  /**
   * what the paper does not say
   */
  missing: string;
  /**
   * for `no`: the passages that share most with the question
   */
  nearest: Evidence[];
}
/**
 * A paper among several.
 */
export interface NamedPaper {
  /**
   * as in `Evidence.paper`
   */
  paper: string;
  title: string;
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
 *
 * `found`: of a paper that does not fit, the passages that a search for the question brought.
 */
export interface SectionRead {
  title: string;
  read: "whole" | "compressed" | "excerpts" | "found" | "left_out";
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
  stage:
    | "metadata"
    | "translation"
    | "reading"
    | "figures"
    | "summary"
    | "selection"
    | "question"
    | "outline"
    | "motivation"
    | "prior_work"
    | "method"
    | "experiments"
    | "limits"
    | "reading_list"
    | "resources";
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
    | "draft"
    | "unreadable";
  page: number | null;
  text: string;
}
/**
 * A stage that failed; the others stand.
 */
export interface Problem {
  stage:
    | (
        | "metadata"
        | "translation"
        | "reading"
        | "figures"
        | "summary"
        | "selection"
        | "question"
        | "outline"
        | "motivation"
        | "prior_work"
        | "method"
        | "experiments"
        | "limits"
        | "reading_list"
        | "resources"
      )
    | null;
  /**
   * slug of the error, see docs/problems.md
   */
  type: string;
  title: string;
  detail: string;
  hint: string;
}
/**
 * What the reader has put right at one place of a card. The card itself keeps what was there.
 */
export interface Correction {
  /**
   * path of the claim or sentence; list indexes count from 0
   */
  part: string;
  /**
   * what stands there on the card
   */
  original: string;
  /**
   * the reader's words; null where only evidence is flagged
   */
  text: string | null;
  /**
   * passages that do not tell it
   */
  wrong_evidence: number[];
  at: string;
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
  kind: "card" | "deep" | "abstract" | "brief" | "selection" | "question";
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
 * `GET /api/v1/batches`.
 */
export interface BatchQuery {
  /**
   * only batches with this label
   */
  label: string | null;
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
  engine?: ("openai" | "local" | "extractive") | null;
  /**
   * what the reader sees in the list
   */
  label?: string;
}
/**
 * One change of many papers: those with `ids`, or all that `q` finds (exactly one of the two).
 */
export interface BulkRequest {
  ids?: [string, ...string[]] | null;
  q?: string | null;
  starred?: boolean | null;
  state?: ("to_read" | "skimmed" | "read" | "dropped") | null;
  /**
   * @maxItems 50
   */
  add_tags?: string[];
  /**
   * @maxItems 50
   */
  remove_tags?: string[];
  /**
   * a collection
   */
  add_to?: number | null;
  /**
   * a collection
   */
  remove_from?: number | null;
  trash?: boolean;
}
/**
 * `PUT /api/v1/usage/cap`.
 */
export interface CapRequest {
  /**
   * None: no cap
   */
  amount: number | null;
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
 *
 * `section` takes the place of the section with its name in `deep`.
 */
export interface CardPart {
  metadata: Metadata | null;
  translation: Translation | null;
  summary: Claim[] | null;
  takeaways: Claim[] | null;
  figures: Figure[] | null;
  selection: Selection | null;
  deep: Explainer | null;
  section: DeepSection | null;
  question: Question | null;
  coverage: Coverage | null;
  provenance: Provenance | null;
}
/**
 * One card of a paper; two of them can be compared.
 */
export interface CardVersion {
  id: string;
  version: number;
  lang: string;
  engine: string;
  model: string;
  revision: number;
  state: string;
  saved_at: string;
}
/**
 * What was done, and how to take it back.
 */
export interface Changed {
  /**
   * papers, notes or tags that were changed
   */
  count: number;
  /**
   * for `POST /api/v1/library/undo`; None: nothing was changed
   */
  undo: string | null;
}
/**
 * `POST /api/v1/today/papers`: the same page for papers that some other page lists.
 */
export interface ChosenRequest {
  /**
   * @minItems 1
   * @maxItems 2000
   */
  papers: [string, ...string[]];
  /**
   * language of the brief glosses
   */
  lang?: string | null;
}
/**
 * `GET /api/v1/clients`: the first one first.
 */
export interface ClientList {
  clients: ClientView[];
}
/**
 * A browser that holds a token.
 */
export interface ClientView {
  id: string;
  /**
   * what the extension called itself; may be empty
   */
  name: string;
  origin: string;
  paired_at: string;
  /**
   * this is the one that asks
   */
  current: boolean;
}
/**
 * A named set of papers.
 */
export interface Collection {
  id: number;
  name: string;
  count: number;
}
/**
 * Every collection, by name.
 */
export interface CollectionList {
  collections: Collection[];
}
/**
 * A new collection, or another name of one.
 */
export interface CollectionRequest {
  name: string;
}
/**
 * Two cards of one paper.
 */
export interface CompareQuery {
  left: string;
  right: string;
}
/**
 * One part of both cards.
 */
export interface ComparedPart {
  name: "title" | "abstract" | "translation" | "summary" | "takeaways";
  rows: Difference[];
}
/**
 * One line of a comparison; `hit` marks the words that differ.
 */
export interface Difference {
  /**
   * `left`: only there
   */
  state: "same" | "changed" | "left" | "right";
  left: Segment[] | null;
  right: Segment[] | null;
}
/**
 * A piece of text; `hit` where it is what was looked for, or what differs.
 */
export interface Segment {
  text: string;
  hit: boolean;
}
/**
 * Two cards of one paper, part by part.
 */
export interface Comparison {
  left: CardVersion;
  right: CardVersion;
  parts: ComparedPart[];
}
/**
 * 409: it was changed elsewhere meanwhile; nothing was overwritten.
 */
export interface ConflictDocument {
  /**
   * stable slug, see docs/problems.md
   */
  type: string;
  title: string;
  status: number;
  detail: string;
  hint: string;
  /**
   * what is stored
   */
  current: {
    [k: string]: unknown;
  };
  /**
   * what was sent
   */
  yours: {
    [k: string]: unknown;
  };
}
/**
 * `PUT /api/v1/consents`: the reader has seen that `provider` gets the text.
 */
export interface ConsentRequest {
  provider: string;
}
/**
 * `PUT /api/v1/cards/{card_id}/corrections`: without text and evidence, the correction is taken back.
 */
export interface CorrectionRequest {
  /**
   * as in `Correction`
   */
  part: string;
  text?: string | null;
  /**
   * @maxItems 100
   */
  wrong_evidence?: number[];
}
/**
 * `POST /api/v1/today/decisions`: a kept paper is one to read, a dropped one is remembered as such.
 */
export interface DecisionRequest {
  paper: string;
  decision: "keep" | "drop";
}
/**
 * Text to append at `path` of the card, e.g. `translation/sentences/3/target`, `takeaways/0/text`.
 *
 * List indexes count from 0; a missing element is made, empty, at first touch. A section of a deep read
 * goes by its name: `deep/method/draft`.
 */
export interface DeltaEvent {
  type: "delta";
  stage:
    | "metadata"
    | "translation"
    | "reading"
    | "figures"
    | "summary"
    | "selection"
    | "question"
    | "outline"
    | "motivation"
    | "prior_work"
    | "method"
    | "experiments"
    | "limits"
    | "reading_list"
    | "resources";
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
  engine: "openai" | "local" | "extractive";
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
 * `POST /api/v1/library/erase`: deletes really and for ever. `paper` one, `all` everything.
 */
export interface EraseRequest {
  paper?: string | null;
  /**
   * what is in the trash
   */
  trash?: boolean;
  everything?: boolean;
  /**
   * delete the backups too, which still hold it
   */
  backups?: boolean;
}
/**
 * A range from what is likely to what is possible.
 */
export interface Estimate {
  /**
   * that are not yet in the library and would be paid for
   */
  papers: number;
  /**
   * of these, papers whose length is known; the others count as usual ones
   */
  known: number;
  /**
   * False: no model is connected, and nothing will cost anything
   */
  calls_model: boolean;
  /**
   * @minItems 2
   * @maxItems 2
   */
  tokens_in: [unknown, unknown];
  /**
   * @minItems 2
   * @maxItems 2
   */
  tokens_out: [unknown, unknown];
  /**
   * None where the model's price is not known
   */
  cost: [unknown, unknown] | null;
  currency: string;
  /**
   * what of this month's cap is left; None: no cap
   */
  left: number | null;
}
/**
 * `POST /api/v1/estimates`: what glosses of these papers would take; nothing is sent to a model.
 */
export interface EstimateRequest {
  /**
   * ids as in `glosses`
   *
   * @minItems 1
   * @maxItems 3000
   */
  papers: [string, ...string[]];
  kind?: "card" | "deep" | "abstract" | "brief" | "selection" | "question";
  lang?: string | null;
}
/**
 * A stage changed its state, or got further.
 */
export interface StageEvent {
  type: "stage";
  name:
    | "metadata"
    | "translation"
    | "reading"
    | "figures"
    | "summary"
    | "selection"
    | "question"
    | "outline"
    | "motivation"
    | "prior_work"
    | "method"
    | "experiments"
    | "limits"
    | "reading_list"
    | "resources";
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
  stage:
    | "metadata"
    | "translation"
    | "reading"
    | "figures"
    | "summary"
    | "selection"
    | "question"
    | "outline"
    | "motivation"
    | "prior_work"
    | "method"
    | "experiments"
    | "limits"
    | "reading_list"
    | "resources";
  part: CardPart;
  final: boolean;
}
/**
 * A stage runs again: what it had shown goes.
 */
export interface ResetEvent {
  type: "reset";
  stage:
    | "metadata"
    | "translation"
    | "reading"
    | "figures"
    | "summary"
    | "selection"
    | "question"
    | "outline"
    | "motivation"
    | "prior_work"
    | "method"
    | "experiments"
    | "limits"
    | "reading_list"
    | "resources";
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
 * `GET /api/v1/library/export`: all papers, those of `q`, those of a collection, or those named.
 */
export interface ExportQuery {
  format: "bibtex" | "ris" | "csl" | "csv" | "obsidian" | "zotero" | "json";
  q: string;
  collection: number | null;
  /**
   * may be given many times
   */
  ids: string[] | null;
}
/**
 * `GET` and `PUT /api/v1/settings/following`: what brings papers to the reader, and to the front.
 */
export interface Followed {
  /**
   * such as `cs.CV`
   *
   * @maxItems 50
   */
  categories: string[];
  /**
   * of titles and abstracts
   *
   * @maxItems 200
   */
  keywords: string[];
  /**
   * names, whole or in part
   *
   * @maxItems 200
   */
  authors: string[];
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
  name:
    | "metadata"
    | "translation"
    | "reading"
    | "figures"
    | "summary"
    | "selection"
    | "question"
    | "outline"
    | "motivation"
    | "prior_work"
    | "method"
    | "experiments"
    | "limits"
    | "reading_list"
    | "resources";
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
  /**
   * `deep` needs a model
   */
  kind?: "card" | "deep";
  engine?: ("openai" | "local" | "extractive") | null;
  /**
   * another one of the connected provider's models
   */
  model?: string | null;
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
 * One thing that happened to a paper.
 */
export interface HistoryEntry {
  paper: string;
  title: string;
  kind: "opened" | "glossed" | "reglossed" | "imported" | "exported";
  card_id: string | null;
  at: string;
}
/**
 * What happened, the latest first.
 */
export interface HistoryList {
  entries: HistoryEntry[];
}
/**
 * Of one paper, or of all.
 */
export interface HistoryQuery {
  paper: string | null;
  offset: number;
  limit: number;
}
/**
 * What became of a file, or would.
 */
export interface ImportAnswer {
  format: "json" | "bibtex" | "ris" | "csl" | "papermemory" | "ids";
  new: number;
  there: number;
  merge: number;
  error: number;
  /**
   * the first 1,000, those with a problem before others
   */
  rows: ImportedRow[];
  /**
   * there are more rows than are told
   */
  more: boolean;
}
/**
 * What became of a row of the file, or would.
 */
export interface ImportedRow {
  /**
   * counted from 1
   */
  place: number;
  /**
   * `there`: nothing to add; `merge`: tags, notes or cards are added to it
   */
  outcome: "new" | "there" | "merge" | "error";
  /**
   * its id in the library
   */
  paper: string | null;
  title: string;
  /**
   * what is wrong with it
   */
  detail: string | null;
}
/**
 * `POST /api/v1/library/import`; the body is the file, as application/octet-stream.
 */
export interface ImportQuery {
  /**
   * change nothing, only say what would be done
   */
  preview: boolean;
  /**
   * None: found out
   */
  format: ("json" | "bibtex" | "ris" | "csl" | "papermemory" | "ids") | null;
}
/**
 * `GET /api/v1/jobs`: running and queued first, then the latest ended ones.
 */
export interface JobList {
  jobs: JobView[];
}
/**
 * A question in the library; `id` is that of the saying, by which it is deleted.
 */
export interface KeptQuestion {
  id: string;
  /**
   * the card that shows its passages on the page
   */
  card_id: string;
  lang: string;
  engine: string;
  model: string;
  created_at: string;
  question: Question;
  coverage: Coverage | null;
}
/**
 * `GET /api/v1/library/papers`.
 */
export interface LibraryQuery {
  /**
   * words and filters; docs/search.md
   */
  q: string;
  offset: number;
  limit: number;
  /**
   * `relevance` for words, else `saved`
   */
  sort: ("relevance" | "saved" | "opened" | "glossed" | "title" | "author" | "year") | null;
  group: ("day" | "tag" | "category") | null;
  collection: number | null;
  /**
   * what is in the trash instead
   */
  trash: boolean;
  /**
   * minutes that the reader's clock is ahead of UTC
   */
  utc_offset: number;
}
/**
 * One paper to decide on.
 */
export interface ListedPaper {
  /**
   * id_with_version
   */
  paper: string;
  /**
   * null where no feed announced it
   */
  section: ("new" | "cross" | "replaced") | null;
  metadata: Metadata;
  /**
   * the reader's words and names that it has
   */
  followed: string[];
  /**
   * words that it has in common with what the reader liked
   */
  shared: string[];
  /**
   * in the library; null where it is not there
   */
  state: ("to_read" | "skimmed" | "read" | "dropped") | null;
  /**
   * the stored card of the kind `brief`
   */
  card: Card | null;
}
/**
 * Where a search found its words.
 */
export interface Marks {
  title: Segment[];
  title_target: Segment[] | null;
  authors: Segment[];
  /**
   * around the first hit in the other texts
   */
  snippet: Segment[] | null;
  snippet_of: ("abstract" | "card" | "notes" | "tags") | null;
}
/**
 * A followed category whose feed could not be had.
 */
export interface MissingFeed {
  category: string;
  problem: ProblemDocument;
}
/**
 * RFC 9457, `application/problem+json`; the body of every error.
 */
export interface ProblemDocument {
  /**
   * stable slug, see docs/problems.md
   */
  type: string;
  title: string;
  status: number;
  detail: string;
  hint: string;
}
/**
 * `POST /api/v1/settings/provider/models`: the models that the provider lists.
 */
export interface ModelNames {
  models: string[];
}
/**
 * A note in Markdown, on the paper or on one of its passages.
 */
export interface Note {
  id: string;
  paper: string;
  body: string;
  passage: number | null;
  /**
   * the passage's words when the note was written
   */
  quote: string | null;
  revision: number;
  created_at: string;
  changed_at: string;
}
/**
 * Another text of a note; 409 with both where it has changed since `based_on`.
 */
export interface NoteChangeRequest {
  body: string;
  based_on: number;
}
/**
 * A new note. `id`, a UUID made by the caller, lets the same note be sent twice.
 */
export interface NoteRequest {
  id?: string | null;
  body: string;
  passage?: number | null;
  quote?: string | null;
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
 * One line of the library.
 */
export interface PaperEntry {
  /**
   * arXiv id without version, or `sha256:…`
   */
  id: string;
  title: string;
  /**
   * the title in the language of the newest card
   */
  title_target: string | null;
  /**
   * the first three
   */
  authors: string[];
  author_count: number;
  /**
   * primary category; empty where there is none
   */
  category: string;
  year: number | null;
  version: number;
  /**
   * arXiv has a newer version than the one of the newest card
   */
  newer_version: boolean;
  /**
   * the newest card; None for a paper that was only imported
   */
  card_id: string | null;
  starred: boolean;
  state: "to_read" | "skimmed" | "read" | "dropped";
  tags: PaperTag[];
  note_count: number;
  /**
   * goes up with every change of star, state or tags
   */
  revision: number;
  saved_at: string;
  glossed_at: string | null;
  opened_at: string | null;
  trashed_at: string | null;
  /**
   * for a search only
   */
  marks: Marks | null;
}
/**
 * A tag on a paper.
 */
export interface PaperTag {
  id: number;
  name: string;
  colour: string | null;
}
/**
 * A run of lines under one heading, in the order of the lines.
 */
export interface PaperGroup {
  /**
   * `2026-11-21`, the tag's name, or the category; empty: none
   */
  key: string;
  count: number;
}
/**
 * Papers of the library.
 */
export interface PaperList {
  papers: PaperEntry[];
  /**
   * lines in all; of a ranked search at most as many as are ranked
   */
  total: number;
  /**
   * a ranked search found more than `total`: name the sort to see them all
   */
  more: boolean;
  groups: PaperGroup[] | null;
}
/**
 * `PATCH /api/v1/library/papers/{paper}`: what is left out stays.
 *
 * With `based_on`, star and state are set only where nobody has changed the paper since that revision
 * (or has set the same); else 409 with both. Tags are added and taken off whatever else has changed.
 */
export interface PaperRequest {
  based_on?: number | null;
  starred?: boolean | null;
  state?: ("to_read" | "skimmed" | "read" | "dropped") | null;
  /**
   * @maxItems 50
   */
  add_tags?: string[];
  /**
   * @maxItems 50
   */
  remove_tags?: string[];
}
/**
 * A paper with all that hangs on it.
 */
export interface PaperView {
  /**
   * arXiv id without version, or `sha256:…`
   */
  id: string;
  title: string;
  /**
   * the title in the language of the newest card
   */
  title_target: string | null;
  /**
   * the first three
   */
  authors: string[];
  author_count: number;
  /**
   * primary category; empty where there is none
   */
  category: string;
  year: number | null;
  version: number;
  /**
   * arXiv has a newer version than the one of the newest card
   */
  newer_version: boolean;
  /**
   * the newest card; None for a paper that was only imported
   */
  card_id: string | null;
  starred: boolean;
  state: "to_read" | "skimmed" | "read" | "dropped";
  tags: PaperTag[];
  note_count: number;
  /**
   * goes up with every change of star, state or tags
   */
  revision: number;
  saved_at: string;
  glossed_at: string | null;
  opened_at: string | null;
  trashed_at: string | null;
  /**
   * for a search only
   */
  marks: Marks | null;
  metadata: Metadata;
  /**
   * newest first
   */
  cards: CardVersion[];
  notes: Note[];
  collections: Collection[];
  sayings: Saying[];
  /**
   * title of an empty `<span class=Z3988>`, by which Zotero finds the paper
   */
  coins: string;
}
/**
 * A selection that was translated, or a question that was asked.
 */
export interface Saying {
  id: string;
  kind: "selection" | "question";
  text: string;
  lang: string;
  engine: string;
  model: string;
  answer: {
    [k: string]: unknown;
  };
  created_at: string;
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
  /**
   * also where only the preset names one
   */
  model_in_use: string | null;
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
 * `GET /api/v1/cards/{card_id}/questions`, `GET /api/v1/questions`.
 */
export interface QuestionList {
  /**
   * where they are several
   */
  papers: NamedPaper[];
  /**
   * about the card's paper or these papers, oldest first
   */
  questions: KeptQuestion[];
  /**
   * the one that was asked last
   */
  running: RunningQuestion | null;
  /**
   * what else may be asked, in the reader's language
   */
  suggestions: string[];
}
/**
 * A question that is being answered, whoever asked it; its answer comes as the job's events.
 */
export interface RunningQuestion {
  job: JobView;
  question: string;
  /**
   * as in the request
   */
  follows: string | null;
}
/**
 * `POST /api/v1/questions`.
 */
export interface QuestionRequest {
  /**
   * as for a gloss
   */
  paper?: string | null;
  /**
   * in place of `paper`: two to five of the library
   *
   * @maxItems 5
   */
  papers?:
    | []
    | [string]
    | [string, string]
    | [string, string, string]
    | [string, string, string, string]
    | [string, string, string, string, string];
  question: string;
  /**
   * id of the card with the question that this one goes on from
   */
  follows?: string | null;
  lang?: string | null;
  engine?: ("openai" | "local" | "extractive") | null;
  /**
   * ask the model again although an answer is stored
   */
  regenerate?: boolean;
}
/**
 * `GET` and `PUT /api/v1/settings/reader`.
 */
export interface ReaderSettings {
  lang: string;
}
/**
 * `POST /api/v1/selections`.
 */
export interface SelectionRequest {
  task?: "translate" | "explain";
  text: string;
  /**
   * what stands before it
   */
  before?: string;
  /**
   * what stands after it
   */
  after?: string;
  /**
   * the paper's title, or the page's
   */
  title?: string;
  /**
   * as for a gloss; null for a page about no known paper
   */
  paper?: string | null;
  lang?: string | null;
  engine?: ("openai" | "local" | "extractive") | null;
  regenerate?: boolean;
}
/**
 * `GET /api/v1/questions`.
 */
export interface SeveralQuery {
  /**
   * of the library
   *
   * @minItems 2
   * @maxItems 5
   */
  paper:
    | [string, string]
    | [string, string, string]
    | [string, string, string, string]
    | [string, string, string, string, string];
  /**
   * of the suggestions
   */
  lang: string | null;
}
/**
 * `GET /api/v1/stages/durations`.
 */
export interface StageDurations {
  /**
   * by stage, the median of the latest jobs with the engine and model in use
   */
  seconds: {
    [k: string]: number;
  };
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
 * A tag and how many papers have it (papers in the trash are not counted).
 */
export interface Tag {
  id: number;
  name: string;
  colour: string | null;
  count: number;
}
/**
 * Another name or colour of a tag; a colour of null takes it off.
 */
export interface TagChangeRequest {
  name?: string | null;
  /**
   * `#rrggbb`, lower case
   */
  colour?: string | null;
}
/**
 * Every tag, by name.
 */
export interface TagList {
  tags: Tag[];
}
/**
 * Tags that become one: every paper of `tags` gets `into`, and `tags` go.
 */
export interface TagMergeRequest {
  /**
   * @minItems 1
   * @maxItems 200
   */
  tags: [number, ...number[]];
  into: number;
}
/**
 * A new tag.
 */
export interface TagRequest {
  name: string;
  /**
   * `#rrggbb`, lower case
   */
  colour?: string | null;
}
/**
 * `GET` and `PUT /api/v1/terms`: the reader's translations of terms into one language.
 */
export interface TermList {
  lang: string;
  /**
   * as a paper writes it, to its one translation
   */
  terms: {
    [k: string]: string;
  };
}
/**
 * `GET /api/v1/today`: the papers in the order in which they are shown.
 */
export interface TodayList {
  date: string;
  /**
   * that are followed
   */
  categories: string[];
  papers: ListedPaper[];
  missing: MissingFeed[];
  /**
   * records of arXiv's so far, where the list of an earlier day is not whole yet: ask again
   */
  looked_at: number | null;
}
/**
 * `GET /api/v1/today`.
 */
export interface TodayQuery {
  /**
   * an earlier one; without it, what was announced last
   */
  day: string | null;
  /**
   * language of the brief glosses
   */
  lang: string | null;
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
/**
 * Which change to take back; without one, the latest.
 */
export interface UndoRequest {
  undo?: string | null;
}
/**
 * `POST /api/v1/uploads`: what to ask `POST /api/v1/glosses` for.
 */
export interface UploadAnswer {
  /**
   * `sha256:…` of the file
   */
  paper: string;
}
/**
 * `GET /api/v1/usage`.
 */
export interface UsageQuery {
  /**
   * `2026-11` (UTC); all months where left out
   */
  month: string | null;
}
/**
 * What models have cost, latest month first.
 */
export interface UsageReport {
  month: string | null;
  /**
   * most that this month may cost; None: no cap
   */
  cap: number | null;
  /**
   * of the provider in use, and so of the cap
   */
  currency: string;
  /**
   * this month, in that currency, calls under way at their most included
   */
  spent: number;
  rows: UsageRow[];
}
/**
 * The calls of one month, provider, model and stage together.
 */
export interface UsageRow {
  month: string;
  provider: string;
  model: string;
  stage: string;
  currency: string;
  calls: number;
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
  /**
   * some tokens were counted by us, not reported by the provider
   */
  estimated: boolean;
}
/**
 * What arXiv said.
 */
export interface VersionsAnswer {
  checked: number;
  /**
   * papers of which arXiv has a newer version than the newest card's
   */
  newer: string[];
}
/**
 * `POST /api/v1/library/versions`: ask arXiv whether these papers have newer versions.
 */
export interface VersionsRequest {
  /**
   * None: the 100 opened last
   */
  ids?: string[] | null;
}
