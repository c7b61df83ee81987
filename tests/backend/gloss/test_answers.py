"""What a model writes instead of an answer is told from what a paper says of itself."""

from __future__ import annotations

import pytest

from papergloss.gloss.dialogue.answers import chatter, placeholder, refusal, speaks_of_the_task


@pytest.mark.parametrize(
    "text",
    [
        "抱歉我不能处理此请求",
        "对不起我不能翻译",
        "抱歉，我无法总结这篇论文。",
        "无法提供翻译",
        "由于内容政策，该句无法翻译。",
        "作为一个大型语言模型，我无法阅读",
        "请提供论文全文",
        "Unfortunately, I cannot do so",
        "The content cannot be translated.",
        "申し訳ありませんが",
        "翻訳できません",
        "번역할 수 없습니다",
        "Leider kann ich diesen Text nicht übersetzen",
        "Malheureusement, je ne peux pas",
        "No puedo traducir este texto",
        "Não posso ajudar com isso",
        "Я не могу перевести этот текст",
        "لا أستطيع الترجمة",
    ],
)
def test_refusals(text: str) -> None:
    assert refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "‹结果>",
        "<问题陈述>",
        "[待定]",
        "结果：待定",
        "准确率提升XX%",
        "{结果}",
        "占位符",
        "请补充",
        "翻译失败",
    ],
)
def test_placeholders(text: str) -> None:
    assert placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "希望以上翻译对您有帮助！",
        "希望这对您有所帮助！如有其他问题请告诉我。",
        "好的，以下是根据您的要求整理的论文要点",
        "以下是译文：",
        "Sure! Here is the outline:",
        "I hope this helps!",
        "J’espère que cela vous aide",
    ],
)
def test_chatter(text: str) -> None:
    assert chatter(text)


@pytest.mark.parametrize(
    "text",
    [
        "很遗憾，现有方法无法处理长文本。",
        "我们无法提供收敛性证明。",
        "该模型不能回答未见过的问题。",
        "无法处理超过 512 个词的输入。",
        "待定系数由最小二乘法求出。",
        "我们希望该数据集对未来的研究有所帮助。",
        "我们分析了翻译失败的原因，并以占位符替换实体。",
        "大型语言模型作为一个评判者是可靠的。",
        "$x_{\\text{结果}}$ 是最终状态。",
        "We hope that this dataset helps future work.",
        "The method cannot be applied to graphs.",
        "Nous ne pouvons pas résumer toutes les variantes.",
    ],
)
def test_what_papers_say_of_themselves(text: str) -> None:
    assert not refusal(text)
    assert not placeholder(text)
    assert not chatter(text)


def test_a_translation_that_talks_about_translating() -> None:
    target = "本句内容暂时不便给出对应译文，请参考英文原文。"
    assert speaks_of_the_task("We train a network on images.", target)
    assert not speaks_of_the_task("We translate each source sentence.", "我们翻译每个句子并比较译文。")
