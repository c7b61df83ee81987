"""What text that gives orders to a model looks like, in the languages that papers and readers use."""

from __future__ import annotations

import re
import unicodedata

WORTH_CHARS, WORTH_WORDS = 30, 4
"""Shorter hidden runs are figure labels and accents (394 characters in 33 papers), not messages."""
WORTH_SIGNS = 12
"""Different Chinese, Japanese or Korean signs: they say as much as 30 letters, and need no blanks."""
SHORTEST = 6
"""Characters of the shortest order."""
SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
ORDERS = (
    r"ignore (?:all |any )?(?:the )?(?:previous|prior|above)|instruction|prompt|language model|"
    r"as an? (?:ai|llm)\b|system prompt|you (?:are|must)\b|do not (?:mention|highlight|reveal)|"
    r"(?:give|write|provide|assign|output)\b.{0,40}\b(?:positive|favou?rable|good|high|accept|score|rating|"
    r"review)|positive review|recommend (?:accept|this paper)",
    r"忽略|无视|忽視|指令|提示词|提示詞|语言模型|語言模型|人工智能|正面.{0,3}[评評]|好[评評]|审稿|審稿|推[荐薦].{0,4}(?:接[收受]|[录錄]用)",
    r"無視|指示|プロンプト|言語モデル|査読|肯定的|高く評価|무시|지시|프롬프트|언어 ?모델|긍정적|심사",
    r"ignorier|anweisung|sprachmodell|positive[srn]? (?:bewertung|gutachten)|nur positiv",
    r"ignore[rz]?\b.{0,40}(?:instructions|consignes)|consignes|modèle de langage|"
    r"(?:évaluation|critique|avis|note)s? (?:très )?(?:positive?|favorable)",
    r"instrucciones|modelos? de lenguaje|"
    r"(?:reseña|evaluación|revisión|valoración) (?:muy )?(?:positiva|favorable)",
    r"instruções|modelos? de linguagem|(?:avaliação|revisão|parecer) (?:muito )?(?:positiv|favoráve)",
    r"istruzioni|modello linguistico|(?:recensione|valutazione) positiva",
    r"игнорир|инструкци|указани|языков\w+ модел|положительн\w+ (?:отзыв|оценк|рецензи)",
    r"تجاهل|التعليمات|نموذج لغوي|نماذج اللغة|(?:تقييم|مراجعة) (?:إيجابي|ايجابي)",
)
"""English; Chinese; Japanese and Korean; German; French; Spanish; Portuguese; Italian; Russian; Arabic."""
ORDER = re.compile("|".join(ORDERS), re.IGNORECASE | re.DOTALL)

APART = re.compile(r"(?<=\b\w) (?=\w\b)")
"""The blanks between letters that were written one by one."""


def reads_like_instructions(text: str) -> bool:
    """Whether `text` tells a model or a reviewer what to do."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(ORDER.search(plain) or ORDER.search(APART.sub("", plain)))


def worth_telling(text: str) -> bool:
    """Long enough to be a message, or shaped like an instruction."""
    long = len(text) >= WORTH_CHARS and len(set(text.split())) >= WORTH_WORDS
    signs = set(SIGNS.findall(text))
    short = SHORTEST if signs else 2 * SHORTEST
    return long or len(signs) >= WORTH_SIGNS or (len(text) >= short and reads_like_instructions(text))
