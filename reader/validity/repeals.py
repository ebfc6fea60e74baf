"""What a document says of others that no longer hold, with the words that say so.

Only what is said outright counts: a list of repealed documents（废止…目录、对下列文件予以废止）, a sentence that ends
with …同时废止 after naming them, a title or sentence that decides 废止《…》. A document that is to be repealed one day,
repealed in part, amended, kept, or merely named as the reason for a repeal is not repealed here: in doubt nothing is
said.

Sources: 规章制定程序条例 on the closing clause of an act（…同时废止）; 行政规范性文件 are cleared by published lists of
those 继续有效, 废止 and 失效（国办发〔2018〕37号）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.model.document import Document
from reader.validity.mentions import DRAFT, Mention, each_once, in_lists, in_sentences, short

ENDS = ("废止", "失效", "停止执行")
_LIST = re.compile("废止|失效")
_OTHERWISE = re.compile("修改|修订|保留|继续有效|继续执行|拟|征求意见|部分条款|清理结果|不再|未")
"""A list whose title has one of these does not only hold what is repealed."""
_FATE = re.compile(
    r"(?:[（(][^（）()。；]{0,40}[）)])?"
    r"(?:等\s*[\d一二三四五六七八九十百]*\s*(?:件|个|部|项)?[^，,。；;第]{0,24}?)?"
    r"(?:自(?:本[^，,。；;]{1,12}|[^，,。；;第]{2,24})(?:之日|日)?起)?\s*[,，]?\s*"
    r"(?:同时|即行|自行|相应|一并|现)*\s*(?:予以|宣布|宣告|自行)?(?:废止|失效|停止执行)\s*(?=[。；;]|$)")
_DECIDES = re.compile(r"(?:决定|关于|宣布|现|即日起)[^《。；;]{0,12}?废止\s*(?:原)?$")
_FROM = re.compile(r"自\s*((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起")
_BEGINS = re.compile(r"本[^，,。；;《》\n]{1,12}自[^，,。；;《》\n]{6,20}起(?:施行|实施|执行|生效)")


def repeals(document: Document) -> tuple[Mention, ...]:
    """What a document declares to hold no longer, in text order, no mention twice; dates are those from which."""
    if DRAFT.search(document.facts.title) or not any(word in document.text for word in ENDS):
        return ()
    return each_once((*_by_sentence(document), *in_lists(document, _names_a_list)))


def _by_sentence(document: Document) -> Iterator[Mention]:
    for named in in_sentences(document):
        if _FATE.match(named.after) or _DECIDES.search(named.before):
            since = _since(named.sentence) or _since(_own_beginning(document, named.references[0].start))
            evidence = short(named.sentence)
            yield from (Mention(one.key, one.title, one.start, one.end, evidence, since) for one in named.references)


def _names_a_list(words: str) -> bool:
    return bool(_LIST.search(words)) and not _OTHERWISE.search(re.sub("《[^》]*》", "", words))


def _own_beginning(document: Document, offset: int) -> str:
    """The words by which the text that a place stands in says when it begins to hold: what it ends, it ends then."""
    part = next((one for one in document.parts if one.start <= offset < one.end), None)
    begun = _BEGINS.search(document.text, part.start if part else 0, part.end if part else len(document.text))
    return begun[0] if begun else ""


def _since(sentence: str) -> str:
    found = _FROM.search(sentence)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
