"""What a document says of others that go on holding（有效期延长至…, 继续有效的…目录）, with the words that say so.

It matters where a document's own term is over: then the archive itself may say that it was prolonged.

Sources: 国办发〔2018〕37号 (those that are kept are published as 继续有效); the provinces' rules on 规范性文件 (a term
is prolonged by a notice before it ends).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.importing.grammar import dates
from reader.model.document import Document
from reader.validity.mentions import DRAFT, Mention, each_once, in_lists, in_sentences, short

GOES_ON = ("继续有效", "继续执行", "继续施行", "继续实施", "延长", "延续", "顺延")
_LIST = re.compile("继续有效|继续执行|继续施行|继续实施|延长有效期|有效期延长")
_OTHERWISE = re.compile("废止|失效|修改|修订|拟|征求意见|清理结果|不再|部分条款")
_FATE = re.compile(
    r"(?:[（(][^（）()。；]{0,40}[）)])?(?:等[^，,。；;]{0,16})?\s*(?:的)?\s*"
    r"(?:(?:有效期|试行期|执行期|实施期|施行期)限?[^。；;]{0,12}?(?:延长|延续|顺延)|(?:到期后|期满后)?[,，]?\s*(?:决定)?\s*继续(?:有效|执行|施行|实施))")
_DECIDES = re.compile(r"(?:延长|延续|继续(?:执行|施行|实施))\s*$")
_UNTIL = re.compile(r"(?:延长|延续|顺延|有效(?:期限?)?|执行|实施|施行)\s*[至到]\s*([^，,。；;）)]{6,24})")


def renewals(document: Document) -> tuple[Mention, ...]:
    """What a document declares to go on holding, in text order, no mention twice; dates are those until which."""
    if DRAFT.search(document.facts.title) or not any(word in document.text for word in GOES_ON):
        return ()
    return each_once((*_by_sentence(document), *in_lists(document, _names_a_list)))


def _by_sentence(document: Document) -> Iterator[Mention]:
    for named in in_sentences(document):
        if _FATE.match(named.after) or _DECIDES.search(named.before):
            until = _UNTIL.search(named.sentence)
            date = (dates.first(until[1]) if until else None) or ""
            evidence = short(named.sentence)
            yield from (Mention(one.key, one.title, one.start, one.end, evidence, date) for one in named.references)


def _names_a_list(words: str) -> bool:
    return bool(_LIST.search(words)) and not _OTHERWISE.search(re.sub("《[^》]*》", "", words))
