"""The settings of a site: `site.toml` as a frozen value.

Unknown keys and wrong types are problems with an address and a suggestion, never silently ignored: a typo in a setting is
the commonest reason why "it does not work".
"""

import datetime as dt
import difflib
import re
import tomllib
from dataclasses import dataclass, field, fields
from urllib.parse import urlsplit

from generator.model import Problem

LANGUAGES = ("de", "en")
"""Languages of articles. The interface can be in any language that has phrases, see `strings`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site can set; every field is a key of `site.toml` and has a default that works."""

    title: str = "Fundstelle"
    """Name of the site, in the masthead."""
    description: str = ""
    """One sentence on what is collected here; shown on the home page and in feeds."""
    language: str = "de"
    """Language of the interface (`de`, `en`, or any with a file of phrases), and of articles that declare none and do not tell."""
    base_url: str = ""
    """Where the site will be published, with `/` at the end; needed for the feed, the sitemap and canonical links."""
    country: str = "DE"
    """ISO 3166-1 alpha-2: where the site is at home; decides between places of one name."""
    publisher: str = ""
    """Who is behind the site; for articles that name no publisher of their own, and for the colophon."""
    contact: str = ""
    """A mail or web address for reports of errors; shown on the about page."""
    security_expires: str = ""
    """Day (2027-06-30) until which `contact` may be relied on for faults of safety; with it there is a `security.txt` (RFC 9116)."""
    license: str = ""
    """Licence of the articles, in words."""
    pipeline_de: str = "fundstelle"
    """The spaCy pipeline for German: `fundstelle` for the one in the package, else the name or folder of an installed one."""
    pipeline_en: str = "fundstelle"
    """The same for English."""
    templates: str = "templates"
    """Folder whose files replace templates of the same name, relative to the settings file; need not exist."""
    static: str = "static"
    """Folder whose files replace static files of the same name, relative to the settings file; need not exist."""

    @property
    def article_language(self) -> str:
        """Return the language of an article that does not tell its own: the interface's, or German where that is a third one."""
        main = self.language.partition("-")[0]
        return main if main in LANGUAGES else LANGUAGES[0]

    def pipeline(self, language: str) -> str:
        """Return the name of the pipeline for a language."""
        return self.pipeline_en if language == "en" else self.pipeline_de


_KEYS = tuple(f.name for f in fields(Settings))


@dataclass(frozen=True, slots=True)
class Configured:
    """Settings with what was wrong with them."""

    settings: Settings
    problems: tuple[Problem, ...] = field(default=())


def parse_settings(text: str, path: str) -> Configured:
    """Return the settings that `site.toml` states, with a problem for each key that is unknown or wrong.

    A wrong key keeps its default, so that all faults are found in one go.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{path}:{line.group(1)}" if line else path
        what = re.sub(r"\s*\(at .*\)$", "", str(error)).lower()
        return Configured(Settings(), (Problem(where, f"not valid TOML: {what}; mend the line or comment it out"),))
    problems: list[Problem] = []
    values: dict[str, str] = {}
    for key, value in table.items():
        where = f"{path}:{_line_of(text, key)}"
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known keys are {', '.join(_KEYS)}"
            problems.append(Problem(where, f"unknown key '{key}'; {hint}"))
        elif not isinstance(value, str):
            problems.append(Problem(where, f"'{key}' must be a text in quotes, not {value!r}"))
        elif fault := _fault(key, value.strip()):
            problems.append(Problem(where, f"'{key}' {fault}"))
        else:
            values[key] = value.strip()
    if (base := values.get("base_url")) and not base.endswith("/"):
        values["base_url"] = base + "/"
    return Configured(Settings(**values), tuple(problems))


def _fault(key: str, value: str) -> str:
    """Return what is wrong with a value, or nothing."""
    if key == "language" and not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        return f"must be a language tag such as de, en or pt-BR, not '{value}'"
    if key == "country" and not re.fullmatch(r"[A-Z]{2}", value):
        return f"must be two capital letters such as DE or AT, not '{value}'"
    if key == "base_url" and value:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
            return f"must be an address such as https://example.org/articles/, not '{value}'"
    if key == "security_expires" and value and not _is_day(value):
        return f"must be a day such as 2027-06-30, not '{value}'"
    if key in ("title", "pipeline_de", "pipeline_en") and not value:
        return "must not be empty"
    return ""


def _is_day(value: str) -> bool:
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _line_of(text: str, key: str) -> int:
    """Return the line on which a top-level key stands, 1 when it cannot be found."""
    found = re.search(
        rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*(?:=|\.)|^[ \t]*\[+{re.escape(key)}\b", text, re.MULTILINE
    )
    return text.count("\n", 0, found.start()) + 1 if found else 1
