"""PaperGloss: a gloss (translation, summary, takeaways, figures) for every arXiv paper."""

from importlib.metadata import version

__version__ = version("papergloss")
