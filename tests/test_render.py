from dataclasses import dataclass
from decimal import Decimal

import pytest
from markupsafe import Markup

from generator.config import Settings
from generator.errors import UserError
from generator.model import Page
from generator.render import renderer
from generator.strings import strings


@dataclass(frozen=True, slots=True)
class View:
    text: str | Markup = ""
    value: Decimal = Decimal(1)


def _render(template: str, view: View | None = None, path: str = "people/x.html") -> str:
    draw = renderer(
        {"a.html": template, "b.html": "<p>{% block inner %}{% endblock %}</p>"}.items(),
        Settings(title="Probe"),
        strings("de"),
    )
    return draw.render(Page(path, "a.html", view or View())).content.decode()


def test_text_is_escaped_whatever_it_holds() -> None:
    assert _render("{{ view.text }}", View("<script>&\"'")) == "&lt;script&gt;&amp;&#34;&#39;"


def test_markup_that_highlight_made_passes() -> None:
    assert _render("{{ view.text }}", View(Markup("<b>x</b>"))) == "<b>x</b>"


def test_links_are_relative_to_the_page() -> None:
    assert _render("{{ link('places/kiew.html#m-1') }}") == "../places/kiew.html#m-1"
    assert _render("{{ link('index.html') }}", path="index.html") == "index.html"


def test_phrases_and_numbers_are_in_the_sites_language() -> None:
    assert (
        _render("{{ _('People') }} {{ view.value|number }} {{ site.title }}", View(value=Decimal("1234.5")))
        == "Personen 1.234,5 Probe"
    )


def test_phrases_are_safe_and_may_have_something_to_fill_in() -> None:
    assert _render("{{ _('Map with %(name)s', name=view.text) }}", View("<i>")) == "Karte mit &lt;i&gt;"
    assert _render("{{ _('<b>') }}") == "<b>"


def test_a_faulty_template_that_no_page_needs_is_no_fault() -> None:
    draw = renderer({"a.html": "fine", "b.html": "{% if %}"}.items(), Settings(), strings("de"))
    draw.prepare()
    assert draw.render(Page("x.html", "a.html", View())).content == b"fine"
    with pytest.raises(UserError, match=r"templates/b\.html:1"):
        draw.render(Page("x.html", "b.html", View()))


def test_the_later_of_two_templates_with_one_name_wins() -> None:
    draw = renderer([("a.html", "old"), ("a.html", "new")], Settings(), strings("de"))
    assert draw.render(Page("x.html", "a.html", View())).content == b"new"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<p>\n{{ view.nothing }}", r"templates/a\.html:2: .*nothing.*; while rendering people/x\.html"),
        ("<p>\n\n{% if %}", r"templates/a\.html:3: "),
        ("{% extends 'gone.html' %}", r"templates/.*gone\.html"),
        ("{% extends 'b.html' %}\n{% block inner %}\n{{ missing }}{% endblock %}", r"templates/a\.html:3: .*missing"),
        ("{{ link() }}", r"templates/a\.html:1: .*argument"),
    ],
)
def test_a_faulty_template_is_named_with_its_line(template: str, message: str) -> None:
    with pytest.raises(UserError, match=message):
        _render(template)


def test_the_page_that_a_host_shows_at_any_depth_links_from_the_root_of_the_site() -> None:
    template = "{{ link('people/index.html') }}"
    draw = renderer({"a.html": template}.items(), Settings(base_url="https://example.org/archiv/"), strings("de"))
    assert draw.render(Page("404.html", "a.html", View())).content == b"/archiv/people/index.html"
    assert draw.render(Page("about/index.html", "a.html", View())).content == b"../people/index.html"
    assert _render(template, path="404.html") == "people/index.html"
