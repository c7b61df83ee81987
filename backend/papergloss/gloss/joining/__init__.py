"""arXiv's HTML joined to the PDF: the author's formulas and headings, at the places that were read."""
