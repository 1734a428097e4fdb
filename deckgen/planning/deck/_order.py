"""The order in which the deck's rules apply; a rule's place tells what it may rely on."""

from __future__ import annotations

ORDER: tuple[str, ...] = (
    "choose_layout",  # auto → a layout, and the slide cut for it
    "dividers",  # where we are among the sections
    "reading",  # how the book was read
    "agenda",  # the sections, with jumps
    "map",  # sections and slides as a mind map, where it is asked for
    "takeaways",  # the gist of every section
    "closing",  # thanks: the deck has all of its slides now
    "minutes",  # talk time, shared out
    "notes",  # the minutes into the notes
    "footer",  # book and section
    "transitions",  # from slide to slide
    "variety",  # warnings: a wall of bullets
    "counts",  # warnings: 五条 in the title and four points
    "icons",  # notes: points with icons that are drawn as no cards
)
