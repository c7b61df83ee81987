"""Reading PDFs. The only package that imports PyMuPDF."""
