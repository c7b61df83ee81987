"""Units that a translation changed: a percent sign that is gone, `ms` that became `s`."""

from __future__ import annotations

import re

from papergloss.gloss.evidence.plain import plain
from papergloss.gloss.evidence.quantities import Quantity, all_quantities, quantities
from papergloss.gloss.translation.protected import without_protected

_SYMBOLS = (
    "nm|µm|μm|mm|cm|km|kg|mg|ns|ps|fs|ms|Hz|kHz|MHz|GHz|THz|eV|keV|MeV|GeV|TeV|KB|MB|GB|TB|kB|mag|dB|kpc|Mpc|pc"
    "|mV|kV|mW|kW|MW|GW|W|V|K|T|Gbps|Mbps|fps|FLOPs|TFLOPS|GFLOPs"
)
_WITH_SYMBOL = re.compile(rf"(\d+(?:[.,]\d+)*)\s*({_SYMBOLS})(?![A-Za-z])")
_PERCENT = re.compile(
    r"%|‰|percent|per cent|percentage|points?\b|百分|percen|процент|بالمئة|بالمائة|パーセント|퍼센트|Prozent"
)


def unit_changed(source: str, target: str) -> bool:
    """Whether a number of `source` stands in `target` with another unit, or without its percent sign."""
    return _percent_lost(source, target) or _symbol_changed(source, target)


def _percent_lost(source: str, target: str) -> bool:
    wanted = [quantity for quantity in quantities(without_protected(source)) if quantity.unit == "percent"]
    if not wanted:
        return False
    held = all_quantities(target)
    bare = [one for one in wanted if _stands(one, held, None) and not _stands(one, held, "percent")]
    signs = len(_PERCENT.findall(plain(target)))
    return bool(bare) and signs < len(_PERCENT.findall(plain(source)))


def _stands(wanted: Quantity, held: list[Quantity], unit: str | None) -> bool:
    return any(one.values & wanted.values and (unit is None or one.unit == unit) for one in held)


def _symbol_changed(source: str, target: str) -> bool:
    """Only where the same number has another symbol: a unit may also be written out."""
    after: dict[str, set[str]] = {}
    for number, symbol in _WITH_SYMBOL.findall(_flat(target)):
        after.setdefault(_digits(number), set()).add(symbol)
    return any(
        (found := after.get(_digits(number))) and symbol not in found
        for number, symbol in _WITH_SYMBOL.findall(_flat(source))
    )


def _flat(text: str) -> str:
    return plain(text).replace("μ", "µ")


def _digits(number: str) -> str:
    return number.replace(",", ".")
