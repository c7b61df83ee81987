"""The papers of a day as a site of static pages: which papers, their cards, the pages."""
