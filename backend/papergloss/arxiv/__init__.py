"""arXiv: identifiers, metadata and PDFs, fetched politely and kept on disk."""
