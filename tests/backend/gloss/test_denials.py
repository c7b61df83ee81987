"""A translation that drops the `not` of its source, or adds one, is seen; a good one stands."""

from __future__ import annotations

from collections import Counter

import pytest

from papergloss.gloss.languages import language
from papergloss.gloss.translation.fidelity import fault
from support.denial_cases import denials

SEEN = 0.98
"""Share of planted faults; one in twenty may be missed in one language."""
DOUBTED = 0.01


def test_a_dropped_or_added_denial_is_seen_in_every_language() -> None:
    planted, seen = Counter[str](), Counter[str]()
    for case in denials():
        found = case.fault(case.planted) in ("denial_lost", "denial_added")
        for group in (case.kind, case.lang):
            planted[group] += 1
            seen[group] += found
    for group, count in planted.items():
        assert seen[group] >= (SEEN if group in ("dropped", "added") else 0.95) * count, group
    assert planted["dropped"] >= 200
    assert planted["added"] >= 100


def test_a_good_translation_of_a_denial_stands() -> None:
    cases = list(denials())
    doubted = [(case.lang, case.good) for case in cases if case.fault(case.good)]
    assert len(doubted) <= DOUBTED * len(cases), doubted


@pytest.mark.parametrize(
    ("source", "lang", "target", "reason"),
    [
        ("The unlabelled data do not help.", "de", "Die ungelabelten Daten helfen.", "denial_lost"),
        ("It is not uncommon in the north.", "de", "Im Norden ist es recht häufig.", None),
        ("It is not uncommon in the north.", "es", "En el norte es poco común.", None),
        ("Wages rose, prices did not, and rents could not.", "zh-CN", "工资上涨，物价上涨，租金不能。",
         "denial_lost"),
        ("The two keys are not the same.", "zh-CN", "这两把钥匙不同。", None),
        ("The two keys are not the same.", "fr", "Les deux clés sont les mêmes.", "denial_lost"),
        ("Only two of the keys fit.", "fr", "Deux clés ne sont que trop petites.", None),
        ("We keep the door open.", "fr", "Nous ne gardons que la porte ouverte.", None),
        ("They must pay.", "ja", "彼らは支払わなければならない。", None),
        ("It may rain.", "ja", "雨が降るかもしれない。", None),
        ("Both sides agree.", "ko", "양쪽뿐만 아니라 모두 동의한다.", None),
        ("We use this instead of the old key.", "zh-CN", "我们使用这个，而不是旧钥匙。", None),
        ("The keys are different.", "zh-TW", "這些鑰匙各不相同。", None),
        ("The work is still going on.", "ar", "لا يزال العمل مستمرا.", None),
    ],
)  # fmt: skip
def test_what_looks_like_a_denial(source: str, lang: str, target: str, reason: str | None) -> None:
    assert fault(source, target, language(lang)) == reason
