"""Indexes, the list of articles and figures: narrowing and sorting."""

from playwright.sync_api import Page, expect

from tests.browser.looking import Site, violations


def _names(page: Page) -> list[str]:
    """The names that are to be seen, in order."""
    script = "links => links.filter(link => link.checkVisibility()).map(link => link.textContent)"
    return list(page.locator(":is([data-list], .found) li a").evaluate_all(script))


def test_an_index_narrows_while_one_types_and_comes_back_as_it_was(page: Page, start: str) -> None:
    page.goto(start + "people/index.html")
    whole = _names(page)
    name = whole[len(whole) // 2]
    field = page.get_by_role("searchbox")
    field.fill(name.upper())
    expect(page.locator(".found li")).not_to_have_count(0)
    assert name in _names(page)
    assert len(_names(page)) < len(whole)
    expect(page.locator(".letters")).to_be_hidden()
    expect(page.get_by_role("status")).to_have_text(f"{len(_names(page))} von {len(whole)}")
    assert violations(page, ".index-bar") == []
    field.fill("qqq")
    expect(page.get_by_role("status")).to_have_text("Nichts passt. Kürzen Sie die Eingabe.")
    page.keyboard.press("Escape")
    expect(page.locator(".letters")).to_be_visible()
    assert _names(page) == whole


def test_an_index_is_found_by_other_names_too(page: Page, site: Site) -> None:
    page.goto(site.http + "people/index.html")
    also = page.locator("[data-list] li[data-also]").first
    name, other = also.locator("a").inner_text(), str(also.get_attribute("data-also"))
    page.get_by_role("searchbox").fill(other.split(maxsplit=1)[0])
    expect(page.locator(".found li a", has_text=name).first).to_be_visible()


def test_an_index_is_sorted_by_frequency_by_last_mention_and_by_name(page: Page, site: Site) -> None:
    page.goto(site.http + "people/index.html")
    whole = _names(page)
    count, last, name = (page.locator(f'[data-sort="{key}"]') for key in ("count", "last", "name"))
    count.click()
    expect(count).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".found li")).to_have_count(len(whole))
    counts = [int(value) for value in page.locator(".found data").evaluate_all("all => all.map(one => one.value)")]
    assert counts == sorted(counts, reverse=True)
    last.click()
    days = page.locator(".found li").evaluate_all("all => all.map(one => one.dataset.last)")
    assert days == sorted(days, reverse=True)
    page.get_by_role("searchbox").fill("a")
    expect(page.get_by_role("status")).not_to_be_empty()
    days = page.locator(".found li").evaluate_all("all => all.map(one => one.dataset.last)")
    assert days == sorted(days, reverse=True)
    page.get_by_role("searchbox").fill("")
    name.click()
    assert _names(page) == whole


def test_sorted_by_last_mention_a_line_says_when_that_was(page: Page, site: Site) -> None:
    page.goto(site.http + "people/index.html")
    page.locator('[data-sort="last"]').click()
    first = page.locator(".found li[data-last]").first
    year = str(first.get_attribute("data-last"))[:4]
    expect(first.locator("time")).to_contain_text(year)
    expect(first.locator(".bar")).to_have_count(0)
    assert violations(page, ".found") == []
    page.locator('[data-sort="count"]').click()
    expect(page.locator(".found time")).to_have_count(0)


def test_the_letter_one_reads_is_marked(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site.http + "places/index.html")
    last = page.locator(".letters a").last
    page.locator(".letter").last.locator("li").last.scroll_into_view_if_needed()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(page.locator(".letters [aria-current]")).to_have_count(1)
    current = page.locator(".letters [aria-current]")
    expect(current).to_be_in_viewport(ratio=1)
    page.locator(".letters a").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator(".letters [aria-current]")).not_to_have_text(last.inner_text())


def test_letters_and_filter_stay_at_the_top(page: Page, start: str) -> None:
    page.goto(start + "places/index.html")
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    expect(page.locator(".index-bar")).to_be_in_viewport(ratio=1)
    assert page.locator(".index-bar").evaluate("bar => bar.getBoundingClientRect().top") == 0
    headings = page.locator(".letter h2").all_inner_texts()
    assert page.locator(".letters a").all_inner_texts() == headings
    page.locator(".letters a").last.click()
    expect(page.locator(".letter h2").last).to_be_in_viewport()
    bar, heading = (
        page.locator(part).last.evaluate("part => part.getBoundingClientRect().toJSON()")
        for part in (".index-bar", ".letter h2")
    )
    assert heading["top"] >= bar["bottom"]


def test_who_narrows_from_far_down_sees_the_first_that_fits(page: Page, site: Site) -> None:
    page.goto(site.http + "places/index.html")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.get_by_role("searchbox").fill("e")
    expect(page.locator(".found li").first).to_be_in_viewport()


def test_articles_are_narrowed_by_words_of_their_title(page: Page, site: Site) -> None:
    page.goto(site.http + "articles/index.html")
    whole = _names(page)
    page.get_by_role("searchbox").fill(whole[-1])
    expect(page.locator(".found li")).to_have_count(1)
    assert _names(page) == [whole[-1]]


def test_figures_are_narrowed_by_words_unit_and_range(page: Page, start: str) -> None:
    page.goto(start + "figures/index.html")
    rows = page.locator(".figure-rows > li:visible")
    whole = rows.count()
    numbers = rows.evaluate_all("all => all.filter(one => one.dataset.number).map(one => +one.dataset.number)")
    unit = page.locator("[data-unit-choice]")
    chosen = unit.locator("option").nth(1).inner_text()
    unit.select_option(chosen)
    expect(rows).not_to_have_count(whole)
    assert set(rows.evaluate_all("all => all.map(one => one.dataset.unit)")) == {chosen}
    unit.select_option("")
    expect(rows).to_have_count(whole)
    page.locator("[data-low]").fill("10")
    page.locator("[data-high]").fill("100")
    expect(rows).to_have_count(sum(10 <= number <= 100 for number in numbers))
    assert all(10 <= number <= 100 for number in rows.evaluate_all("all => all.map(one => +one.dataset.number)"))
    expect(page.get_by_role("status")).to_contain_text(f"von {whole}")
    page.locator("[data-low]").fill("")
    page.locator("[data-high]").fill("")
    page.locator("[data-words]").fill("qqq")
    expect(rows).to_have_count(0)
    assert violations(page, ".figure-controls") == []


def test_figures_are_turned_to_have_the_largest_first(page: Page, site: Site) -> None:
    page.goto(site.http + "figures/index.html")
    script = "all => all.map(list => [...list.children].filter(row => row.dataset.number).map(row => row.id))"
    rising = page.locator(".figure-rows").evaluate_all(script)
    down, up = (page.get_by_role("button", name=name) for name in ("Größte zuerst", "Kleinste zuerst"))
    down.click()
    expect(down).to_have_attribute("aria-pressed", "true")
    expect(up).to_have_attribute("aria-pressed", "false")
    assert page.locator(".figure-rows").evaluate_all(script) == [list(reversed(rows)) for rows in rising]
    up.click()
    assert page.locator(".figure-rows").evaluate_all(script) == rising


def test_a_kind_of_figure_is_a_tab(page: Page, site: Site) -> None:
    page.goto(site.http + "figures/index.html")
    tab = page.locator(".tabs a").last
    target = str(tab.get_attribute("href")).rpartition("#")[2]
    tab.click()
    expect(page.locator(f"#{target}").first if target else page.locator("h1")).to_be_in_viewport()
