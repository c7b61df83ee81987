"""Small pages in the markup that LaTeXML writes and arXiv serves."""

from __future__ import annotations

from html import escape


def math(tex: str, display: str = "inline") -> str:
    """A formula; what a browser would show of it does not matter here."""
    shown = "<semantics><mi>x</mi></semantics>"
    return f'<math class="ltx_Math" alttext="{escape(tex)}" display="{display}">{shown}</math>'


def equation(tex: str, number: str) -> str:
    """A displayed formula with its number."""
    return (
        '<table class="ltx_equation ltx_eqn_table"><tbody><tr class="ltx_equation ltx_eqn_row">'
        f'<td class="ltx_eqn_cell ltx_align_center">{math(tex, "block")}</td>'
        f'<td class="ltx_eqn_cell ltx_eqn_eqno"><span class="ltx_tag ltx_tag_equation">({number})</span></td>'
        "</tr></tbody></table>"
    )


def paragraph(content: str) -> str:
    return f'<div class="ltx_para"><p class="ltx_p">{content}</p></div>\n'


def section(number: str, title: str, content: str, kind: str = "section") -> str:
    """A section or, with another `kind`, an appendix or subsection."""
    return (
        f'<section class="ltx_{kind}"><h2 class="ltx_title ltx_title_{kind}">'
        f'<span class="ltx_tag ltx_tag_{kind}">{number} </span>'
        f"{title}</h2>\n{content}</section>\n"
    )


def page(content: str, paper: str = "2501.00001v1") -> bytes:
    """The whole page, with arXiv's header and stamp."""
    return (
        '<!DOCTYPE html><html lang="en"><body><header class="arxiv-html-header">'
        f'<nav class="html-header-nav"><a class="header-button" href="/abs/{paper}">Back</a></nav></header>'
        '<div class="ltx_page_main"><div id="infobox" class="infobox">'
        f'<div id="watermark-tr">arXiv:{paper} [cs.CL] 1 Jan 2025</div></div><article class="ltx_document">'
        f'<h1 class="ltx_title ltx_title_document">A Title</h1>{content}</article></div></body></html>'
    ).encode()
