"""Page → bytes: the only room that knows Jinja.

Templates decide nothing: they get finished values, `StrictUndefined` makes a typo an error, and everything is escaped unless
`highlight` made it (`markupsafe.Markup`). `select_autoescape` is not used because it is off for names such as `x.html.jinja`.
"""

from collections.abc import Callable, Iterable, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import BaseLoader, DictLoader, Environment, StrictUndefined, TemplateError, nodes
from jinja2.visitor import NodeTransformer

from generator.config import Settings
from generator.errors import UserError
from generator.highlight import Markup
from generator.model import Artifact, Page
from generator.strings import Strings
from generator.urls import relative_link


@dataclass(frozen=True, slots=True)
class Renderer:
    """Turns pages into files with one set of templates."""

    _environment: Environment
    _root: str = ""
    """Path of the site on its host; empty when its base address is not set."""

    def render(self, page: Page) -> Artifact:
        """Return the page's file as UTF-8; raise `UserError` with template and line when a template is faulty."""
        try:
            text = self._environment.get_template(page.template).render(
                view=page.view, path=page.path, link=self._link(page.path)
            )
        except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
            name = getattr(error, "name", None) or page.template
            line = getattr(error, "lineno", None) or _line_in(error, page.template)
            where = f"templates/{name}:{line}" if line else f"templates/{name}"
            raise UserError(f"{where}: {error}; while rendering {page.path}") from error
        return Artifact(page.path, text.encode())

    def prepare(self) -> None:
        """Read the templates that pages begin with and all they may include, so that processes started later need not."""
        for name in self._environment.list_templates(filter_func=_is_read):
            with suppress(TemplateError):  # said when a page needs it
                self._environment.get_template(name)

    def _link(self, path: str) -> Callable[[str], str]:
        """Return how a page links: relatively, but for the one that a host shows at addresses of any depth."""
        root = self._root if path == "404.html" else ""
        return partial(relative_link, path) if not root else lambda target: root + quote(target, safe="/#")


def renderer(templates: Iterable[tuple[str, str]], settings: Settings, strings: Strings) -> Renderer:
    """Return a renderer for templates given as (name, text); of two with one name the later wins."""
    return _renderer(tuple(templates), settings, strings)


@lru_cache(maxsize=1)
def _renderer(templates: tuple[tuple[str, str], ...], settings: Settings, strings: Strings) -> Renderer:
    # Remembered for the preview: reading all templates takes longer than a small site.
    loader: BaseLoader = DictLoader(dict(templates))
    environment = _Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(strings.gettext, strings.ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.phrases = _Phrases(strings)
    environment.globals.update(site=settings, strings=strings)
    environment.filters.update(number=strings.number, percent=strings.percent, date=strings.date)
    return Renderer(environment, urlsplit(settings.base_url).path)


class _Environment(Environment):
    """Puts phrases that stand in a template word by word into the site's language when the template is read.

    A page has thirty of them, and asking for them anew on every page takes a fifth of all rendering.
    """

    phrases: "_Phrases"

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows beside what it is given: a plain dictionary, because every page copies it several times."""
        return {**self.globals, **(d or {})}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        translated: nodes.Template = self.phrases.visit(super()._parse(source, name, filename))
        return translated


class _Phrases(NodeTransformer):
    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 - jinja calls it by this name
        """Return the phrase for a call of `_` with a phrase and nothing to fill in."""
        self.generic_visit(node)
        asks = isinstance(node.node, nodes.Name) and node.node.name == "_" and not (node.kwargs or node.dyn_kwargs)
        match node.args:
            case [nodes.Const(value=str(phrase))] if asks:
                return nodes.Const(Markup(self._strings.gettext(phrase)) % {}, lineno=node.lineno)
        return node


def _is_read(name: str) -> bool:
    """Return whether a name is that of a template in use: not `fundstelle/…`, by which one that replaces it finds ours."""
    return name.endswith((".html", ".svg")) and not name.startswith("fundstelle/")


def _line_in(error: Exception, template: str) -> int:
    """Return the line of the innermost template the error passed through, 0 when it passed through none."""
    line, trace = 0, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename in ("<template>", template):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
