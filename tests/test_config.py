from generator.config import Settings, parse_settings
from generator.model import Problem


def test_an_empty_file_gives_the_defaults() -> None:
    assert parse_settings("", "site.toml").settings == Settings()


def test_values_are_read_and_the_base_address_ends_with_a_slash() -> None:
    found = parse_settings('title = " Archiv "\nlanguage = "en"\nbase_url = "https://example.org/a"\n', "site.toml")
    assert found.settings == Settings(title="Archiv", language="en", base_url="https://example.org/a/")
    assert found.problems == ()


def test_all_faults_come_at_once_with_line_and_suggestion() -> None:
    found = parse_settings(
        '# a site\ntitel = "x"\nlanguage = "Deutsch"\n\ntitle = 3\nbase_url = "example.org"\ncountry = "Deutschland"\n',
        "site.toml",
    )
    assert found.problems == (
        Problem("site.toml:2", "unknown key 'titel'; did you mean 'title'?"),
        Problem("site.toml:3", "'language' must be a language tag such as de, en or pt-BR, not 'Deutsch'"),
        Problem("site.toml:5", "'title' must be a text in quotes, not 3"),
        Problem(
            "site.toml:6", "'base_url' must be an address such as https://example.org/articles/, not 'example.org'"
        ),
        Problem("site.toml:7", "'country' must be two capital letters such as DE or AT, not 'Deutschland'"),
    )
    assert found.settings == Settings()


def test_a_day_is_a_day() -> None:
    assert parse_settings('security_expires = "2027-06-30"\n', "site.toml").problems == ()
    (problem,) = parse_settings('security_expires = "2027-02-30"\n', "site.toml").problems
    assert problem.what == "'security_expires' must be a day such as 2027-06-30, not '2027-02-30'"


def test_broken_toml_is_one_line_with_its_place() -> None:
    (problem,) = parse_settings('title = "x"\nlanguage = de\n', "site.toml").problems
    assert problem.where == "site.toml:2"
    assert problem.what.startswith("not valid TOML: ")


def test_an_unknown_table_is_named() -> None:
    (problem,) = parse_settings("[server]\nport = 1\n", "site.toml").problems
    assert problem.where == "site.toml:1"
    assert "unknown key 'server'" in problem.what


def test_each_language_has_its_pipeline() -> None:
    settings = parse_settings('pipeline_en = "en_core_web_sm"\n', "site.toml").settings
    assert settings.pipeline("en") == "en_core_web_sm"
    assert settings.pipeline("de") == "fundstelle"


def test_a_third_language_of_the_interface_leaves_articles_german_where_they_do_not_tell() -> None:
    assert Settings(language="fr").article_language == "de"
    assert Settings(language="en-GB").article_language == "en"
