"""The HTML file as text: whole by itself, with a policy that names its own script."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from decks_made import TALK, made
from html_pages import Elements, check_policy

from deckgen.model.richtext import Paragraph, Run
from deckgen.model.scene import Box, Scene, Target
from deckgen.problems import Report
from deckgen.writers.html import WRITER

HOSTILE = """
title: </title><script>alert(1)</script>
author: '" onload="alert(2)'
topics:
- <img src=x onerror=alert(3)>:
    notes: "</aside></section><script>alert(4)</script> [点](javascript:alert(5))"
    points: ["[点](data:text/html,x)", "]]> <!-- & &lt;", "[去](https://a.b/?x=\\"><script>&y=')"]
"""


def html(scene: Scene | None = None, text: str = TALK) -> str:
    drawn, theme = made(text)
    return WRITER.write(scene or drawn, theme, Report()).decode()


@pytest.mark.parametrize("text", [TALK, HOSTILE])
def test_nothing_is_fetched_and_nothing_else_runs(text: str) -> None:
    """No tag loads anything, no attribute is code, and links lead to the web, mail, or in here."""
    page = Elements(html(text=text))
    tags = {tag for tag, _ in page.found}
    assert not tags & {"link", "iframe", "object", "embed", "base", "form", "use", "img"}
    assert [tag for tag, _ in page.found].count("script") == 1
    assert page.all("src") == []
    assert not [name for _, attrs in page.found for name in attrs if name.startswith("on")]
    assert not re.search(r"url\(|@import", html(text=text))
    assert all(re.match(r"https?://|mailto:|#/", link) for link in page.all("href"))


def test_the_policy_names_script_and_style() -> None:
    """Their hashes are those of what stands between the tags."""
    check_policy(html())


def test_hostile_words_are_only_words() -> None:
    """What looks like tags is text, and links that would run are none."""
    text = html(text=HOSTILE)
    assert "&lt;script&gt;alert(1)" in text
    assert "&lt;img src=x onerror=alert(3)&gt;" in text
    assert "&lt;script&gt;alert(4)" in text
    assert "javascript:alert(5)" not in " ".join(Elements(text).all("href"))


def test_an_arrow_is_no_stop_for_the_keyboard() -> None:
    """It repeats a link that words have, for eyes and hands; a reader hears the words' alone."""
    drawn, _ = made(TALK)
    arrows = [
        shape.link.replace("#", "#/")
        for page in drawn.pages
        for shape in page.shapes
        if isinstance(shape, Box) and shape.link and not shape.text.paragraphs
    ]
    links = [attrs for tag, attrs in Elements(html()).found if tag == "a"]
    passed = [attrs["href"] for attrs in links if attrs.get("tabindex") == "-1"]
    assert passed == arrows != []
    assert all(attrs.get("aria-hidden") == "true" for attrs in links if "tabindex" in attrs)
    assert set(passed) <= {attrs["href"] for attrs in links if "tabindex" not in attrs}


def test_pages_have_addresses_and_links_lead_there() -> None:
    """Every slide has its key as id; every jump leads to one of them."""
    scene, _ = made()
    page = Elements(html())
    ids = page.all("id")
    assert [id for id in ids if id.startswith("/")] == [f"/{page.key}" for page in scene.pages]
    jumps = {link[1:] for link in page.all("href") if link.startswith("#")}
    assert jumps
    assert jumps <= set(ids)


def test_other_links_open_beside_the_talk() -> None:
    """A link to the web takes a tab of its own and tells it nothing of us."""
    page = Elements(html())
    (link,) = [attrs for tag, attrs in page.found if "example.org" in attrs.get("href", "")]
    assert (link["target"], link["rel"]) == ("_blank", "noopener noreferrer")


def test_hidden_slides_say_so() -> None:
    """The appendix is there, to be passed over."""
    scene, _ = made()
    hidden = [f"/{page.key}" for page in scene.pages if page.hidden]
    page = Elements(html())
    assert hidden
    assert [a["id"] for _, a in page.found if "data-hidden" in a] == hidden


def test_transitions_and_minutes_are_told() -> None:
    """How each slide comes in, unless the outline wants none of it, and how long it may take."""
    scene, _ = made()
    page = Elements(html())
    assert page.all("data-transition") == [one.transition for one in scene.pages]
    assert set(page.all("data-transition")) == {"fade", "push"}
    assert page.all("data-minutes") == [f"{one.minutes:g}" for one in scene.pages if one.minutes]
    still = Elements(html(text=TALK.replace("author:", "deck: {transition: none}\nauthor:")))
    assert still.all("data-transition") == []


def test_steps_are_told() -> None:
    """A shape or a paragraph that comes with a click says with which."""
    scene, _ = made()
    index = next(i for i, page in enumerate(scene.pages) if page.title == "四个要点")
    page = scene.pages[index]
    steps = ((Target(len(page.shapes) - 1),), (Target(0, 0, 0),))
    pages = (*scene.pages[:index], replace(page, steps=steps), *scene.pages[index + 1 :])
    before = Elements(html()).all("data-step")
    text = html(replace(scene, pages=pages))
    assert before == []
    assert sorted(Elements(text).all("data-step")) == ["1", "2"]
    assert re.search(r'<g data-step="2">\n<text [^>]*>四个要点</text>', text)


def test_notes_keep_their_marks() -> None:
    """Paragraphs, lists, bold, code and links."""
    scene, _ = made()
    notes = (
        Paragraph((Run("一", bold=True), Run("二", link="https://a.example/"))),
        Paragraph((Run("三", code=True),), is_item=True),
        Paragraph((Run("四"),), level=1, is_item=True),
    )
    first = replace(scene.pages[0], notes=notes)
    text = html(replace(scene, pages=(first, *scene.pages[1:])))
    assert (
        '<aside class="notes"><p><strong>一</strong><a href="https://a.example/" target="_blank" '
        'rel="noopener noreferrer">二</a></p><ul><li><code>三</code></li>'
        '<li class="deep">四</li></ul></aside>'
    ) in text


def test_the_same_bytes_twice() -> None:
    """Nothing in it depends on the hour or on the run."""
    assert html() == html()
