"""Who wrote what, and when: from arXiv or from the file, never from a model."""

from __future__ import annotations

from papergloss.arxiv import links
from papergloss.arxiv.identifier import ArxivId
from papergloss.arxiv.record import PaperRecord
from papergloss.gloss.card import Links, Metadata, Warning
from papergloss.gloss.context import Context
from papergloss.gloss.events import CardPart
from papergloss.gloss.front import abstract_of


def from_arxiv(context: Context) -> CardPart:
    """Asks arXiv; from here on the context's paper is one version.

    Raises:
        ArxivError: one of its kinds.
    """
    asked = context.job.target.arxiv_id
    if asked is None:
        raise LookupError("the target is not on arXiv")
    return _take(context, context.tools.arxiv.metadata(asked, cancelled=context.job.cancelled))


def from_arxiv_of_a_list(context: Context) -> CardPart:
    """The same, from whatever was asked for many papers together: one of a list makes no request of its own.

    Raises:
        ArxivError: one of its kinds.
    """
    asked = context.job.target.arxiv_id
    if asked is None:
        raise LookupError("the target is not on arXiv")
    return _take(context, context.tools.arxiv.record(asked, cancelled=context.job.cancelled))


def _take(context: Context, record: PaperRecord) -> CardPart:
    metadata = from_record(record)
    _settle(context, metadata)
    newest = record.versions[-1]
    if newest.withdrawn and not record.withdrawn:
        text = f"The authors withdrew this paper with version {newest.number}."
        context.warn(Warning(kind="withdrawn", text=text))
    return CardPart(metadata=metadata)


def from_file(context: Context) -> CardPart:
    """Takes what the file itself says; needs the reading."""
    path, document = context.job.target.file, context.document
    if path is None or document is None:
        raise LookupError("the target is not a file that was read")
    abstract = abstract_of(document)
    metadata = Metadata(
        source="file",
        title=document.title or path.stem,
        authors=list(document.authors),
        abstract=abstract,
        links=Links(code=links.code(abstract)),
        file_name=path.name,
    )
    return CardPart(metadata=metadata)


def resume(context: Context) -> bool:
    """Takes up metadata that an earlier run got."""
    _settle(context, context.metadata)
    return True


def _settle(context: Context, metadata: Metadata) -> None:
    if metadata.arxiv_id is None:
        return
    context.paper = ArxivId(metadata.arxiv_id, metadata.version).id_with_version
    if metadata.withdrawn:
        text = "The authors withdrew this version; what it says may be wrong."
        context.warn(Warning(kind="withdrawn", text=" ".join(filter(None, (text, metadata.comment)))))
    asked, latest = context.job.target.arxiv_id, metadata.latest_version
    if asked and asked.version and latest and asked.version < latest:
        text = f"This is version {asked.version}; version {latest} is the newest."
        context.warn(Warning(kind="newer_version", text=text))


def from_record(record: PaperRecord) -> Metadata:
    """What arXiv says of a paper, as a card has it."""
    addresses = Links(
        abs=links.abstract_page(record.id),
        pdf=links.pdf(record.id) if record.has_pdf and not record.withdrawn else None,
        html=links.html(record.id) if record.has_html else None,
        doi=links.doi(record.doi) if record.doi else None,
        code=links.code(record.abstract, record.comment),
    )
    return Metadata(
        source="arxiv",
        arxiv_id=record.id.id,
        version=record.id.version,
        latest_version=record.latest_version,
        withdrawn=record.withdrawn,
        title=record.title,
        authors=list(record.authors),
        abstract=record.abstract,
        categories=list(record.categories),
        comment=record.comment,
        journal_ref=record.journal_ref,
        doi=record.doi,
        submitted=record.submitted,
        updated=record.updated,
        licence=record.licence,
        links=addresses,
    )
