"""One file per resource."""

from __future__ import annotations

from flask_openapi3.blueprint import APIBlueprint

from papergloss.web.routes import (
    backups,
    batches,
    cards,
    clients,
    glosses,
    health,
    jobs,
    library,
    library_files,
    library_papers,
    pairing,
    pictures,
    providers,
    questions,
    selections,
    settings,
    status,
    terms,
    today,
    uploads,
    usage,
)

BLUEPRINTS: tuple[APIBlueprint, ...] = (
    health.api,
    pairing.api,
    clients.api,
    status.api,
    glosses.api,
    selections.api,
    questions.api,
    jobs.api,
    batches.api,
    cards.api,
    library.api,
    backups.api,
    library_papers.api,
    library_files.api,
    pictures.api,
    providers.api,
    settings.api,
    terms.api,
    today.api,
    uploads.api,
    usage.api,
)
