"""Templates: what they can say, where they are wrong, and what they cannot do."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import lxml.html
import markdown as python_markdown
import pytest

from reader.exporting import sandbox
from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.formats import Material
from reader.exporting.template_source import TemplateSource
from reader.exporting.template_values import values
from reader.exporting.templates import render_template
from reader.model.document import Block, BlockKind, Document
from reader.model.errors import Cancelled, UserError
from tests.reader.exporting.fictional import ANNOTATIONS, DOCUMENT, ENTRY, FACTS, ISSUE

GALLERY = Path(__file__).resolve().parents[3] / "resources" / "templates"
NAMES = ("摘录", "按标签汇编", "依据清单", "责任分工表")
MATERIAL = Material([ENTRY], title="题目")


def rendered(text: str, format_: str = "md", material: Material = MATERIAL) -> str:
    return render_template(TemplateSource("测试", format_, text), material)


def refused(text: str, format_: str = "md") -> tuple[str, object]:
    """The code of the error a template ends in, and the line."""
    with pytest.raises(UserError) as told:
        rendered(text, format_)
    return told.value.code, told.value.facts["line"]


def gallery(name: str, format_: str, material: Material = MATERIAL) -> lxml.html.HtmlElement:
    text = rendered((GALLERY / f"{name}.{format_}").read_text(encoding="utf-8"), format_, material)
    if format_ == "md":
        text = f"<div>{python_markdown.markdown(text, extensions=['tables'])}</div>"
    return lxml.html.document_fromstring(text)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_", ["md", "html"])
def test_gallery_holds_every_quote_in_text_order(name: str, format_: str) -> None:
    words = "".join(gallery(name, format_).text_content().split())
    quotes = ["现印发给你们", "（一）入库验收制度；", "药品<有效期>不得少于6个月", "=1+1疫苗𠮷200",
              "承储企业每季度末报送", "库存情况"]
    places = [words.index(quote) for quote in quotes]
    assert name == "按标签汇编" or places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_gallery_asks_nothing_from_outside_and_runs_nothing(name: str) -> None:
    page = gallery(name, "html")
    assert not list(page.iter("link", "img", "iframe", "object", "script"))
    assert all(not one.get("href", "").startswith("javascript") for one in page.iter("a"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format_", ["md", "html"])
def test_gallery_makes_a_whole_file_of_nothing(name: str, format_: str) -> None:
    assert "题目" in gallery(name, format_, Material([], title="题目")).text_content()


def test_list_of_grounds_names_each_document_once() -> None:
    page = gallery("依据清单", "html")
    assert [one.get("rowspan") for one in page.xpath("//td[@rowspan]")] == ["8"] * 4
    assert [one.text_content() for one in page.xpath("//ol/li")][0].startswith("《安澜市医药储备管理办法》")  # noqa: RUF015


def test_table_of_duties_is_drawn_from_the_text() -> None:
    text = "完善水网，2025年12月底前建成。（责任单位：市水务局、市财政局；配合单位：各县区）\n"
    document = Document(FACTS, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    placed = replace(ANNOTATIONS[1], placement=replace(ANNOTATIONS[1].placement, start=0, end=18))
    page = gallery("责任分工表", "html", Material([ExcerptDocument(ISSUE, document, (placed,))]))
    assert [one.text_content().strip() for one in page.xpath("//tbody/tr/td")][:5] == [
        "1", "完善水网，2025年12月底前建成。", "市水务局、市财政局", "各县区", "2025年12月底前"]


def test_what_is_inserted_into_html_is_escaped_and_into_markdown_can_be() -> None:
    assert rendered("{{ annotations[4].quote }}", "html") == "药品&lt;有效期&gt;不得少于6个月\n"
    assert rendered("{{ annotations[4].quote|md }}") == "药品&lt;有效期>不得少于6个月\n"


def test_notes_are_rendered_and_harmless_in_html() -> None:
    assert rendered("{{ annotations[2].note_html }}", "html").startswith("<p><strong>目的</strong>条款</p>")
    assert "<script" not in rendered("{{ annotations[4].note_html }}{{ annotations[4].note }}", "html")


def test_values_are_those_of_the_annotations() -> None:
    found = values(MATERIAL, datetime.date(2024, 5, 1))
    assert found["today"] == "2024年5月1日"
    assert [one["id"] for one in found["annotations"]] == [placed.annotation.id for placed in ANNOTATIONS]
    assert [one["name"] for one in found["tags"]] == ["=2+3", "制度", "安全/责任", "立法", "无标签"]
    one = found["annotations"][3]
    assert (one["address"], one["headings"], one["style"], one["certain"], one["document"]["number"]) == (
        "第二条第一款第（一）项至第（二）项", ["第二章 储备"], "责任", True, FACTS.key)


@pytest.mark.parametrize(("text", "code", "line"), [
    ("好\n{% for a in annotations %}\n", "template.syntax", 2),
    ("好\n\n{{ nope }}", "template.unknown_name", 3),
    ("{% for a in annotations %}\n{{ a.quotee }}\n{% endfor %}", "template.unknown_name", 2),
    ("\n{{ title|nope }}", "template.syntax", 2),
    ("\n\n\n{{ 1 / 0 }}", "template.failed", 4),
    ("{{ 1 + title }}", "template.failed", 1),
    ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", "template.failed", 1),
])
def test_a_broken_template_names_its_line(text: str, code: str, line: int) -> None:
    assert refused(text) == (code, line)


ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ annotations.__class__ }}",
    "{{ title.__init__.__globals__ }}",
    "{{ self.__init__.__globals__.__builtins__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ range.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ dict.__base__.__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].environ }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ _tick.__self__._check }}",
    "{{ _joined.__globals__ }}",
    "{{ title|attr('__class__') }}",
    "{{ annotations|map(attribute='__class__')|list }}",
    "{{ annotations|groupby('__class__') }}",
    "{{ annotations|selectattr('__class__')|list }}",
    "{{ annotations|sum('__class__') }}",
    "{{ '{0.__class__.__mro__}'.format(title) }}",
    "{{ '{0.__class__}'.format_map({}) }}",
    "{{ '%s' % title }}",
    "{{ '%(a)s'|format(a=1) }}",
    "{{ (title|escape).__html__.__globals__ }}",
    "{{ (title|e).format(1) }}",
    "{% include '/etc/passwd' %}",
    "{% include ['a', '../../etc/passwd'] ignore missing %}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% extends 'base.html' %}",
    "{{ open('/etc/passwd').read() }}",
    "{{ __import__('os') }}",
    "{{ config }}", "{{ request }}",
    "{% set a = annotations %}{{ a.append(1) }}",
    "{{ documents[0].update({}) }}", "{{ documents[0].pop('title') }}", "{{ annotations.clear() }}",
    "{% do annotations.clear() %}",
    "{% for a in annotations %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "{% for a in annotations %}{{ loop._iterator }}{% endfor %}",
    "{% macro m() %}{{ caller }}{% endmacro %}{{ m.__globals__ }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{{ namespace(a=1)._Namespace__attrs }}",
    "{{ (1).__class__ }}", "{{ title.encode() }}", "{{ title.translate({}) }}", "{{ ''.join(['a']) }}",
    "{% autoescape false %}{{ title.__class__ }}{% endautoescape %}",
    "{{ title|tojson }}", "{{ title|safe }}", "{{ title|xmlattr }}", "{{ title|pprint }}", "{% debug %}",
]


@pytest.mark.parametrize("format_", ["md", "html"])
@pytest.mark.parametrize("text", ESCAPES)
def test_no_way_leads_out_of_the_sandbox(text: str, format_: str) -> None:
    code, found = "", ""
    try:
        found = rendered(text, format_)
    except UserError as error:
        code = error.code
    # Asking for an attribute without using it says nothing of it.
    assert code.startswith("template.") or found.strip() in {"[]", "[" + ", ".join(["Undefined"] * 8) + "]"}, found


BOMBS = [
    "{{ 'a' * 10 ** 9 }}", "{{ [1] * 10 ** 9 }}", "{{ 9 ** 9 ** 9 ** 9 }}", "{{ range(10 ** 9)|list }}",
    "{% set n = namespace(x='ab') %}{% for i in range(90) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='ab') %}{% for i in range(90) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for i in range(90) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=9) %}{% for i in range(90) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{% set n = namespace(x='ab') %}{% for i in range(90) %}{% set y %}{{ n.x }}{{ n.x }}{% endset %}"
    "{% set n.x = y %}{% endfor %}",
    "{{ ('a' * 1000000)|replace('a', 'b' * 1000000) }}", "{{ range(100000)|join('a' * 1000000) }}",
    "{% for a in range(100000) %}{{ title * 1000 }}{% endfor %}",
]


@pytest.mark.parametrize("text", BOMBS)
def test_nothing_grows_without_measure(text: str) -> None:
    assert refused(text)[0] == "template.too_much"


@pytest.mark.parametrize("text", [
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro m() %}{% endmacro %}{% for a in range(9999) %}{% for b in range(999) %}{{ m() }}{% endfor %}{% endfor %}",
])
def test_endless_work_is_stopped(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "LONGEST", 0.05)
    assert refused(text)[0] == "template.too_much"


def test_a_template_can_be_cancelled() -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        render_template(TemplateSource("测试", "md", "{% for a in range(99999) %}{% endfor %}"), MATERIAL, stop)


def test_values_are_made_anew_for_each_rendering() -> None:
    first = rendered("{% set a = annotations|sort(attribute='quote') %}{{ annotations|length }}")
    assert first == rendered("{{ annotations|length }}") == f"{len(ANNOTATIONS)}\n"
    assert DOCUMENT.text == ENTRY.document.text
