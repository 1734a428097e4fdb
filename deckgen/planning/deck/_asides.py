"""The last lines of a topic's notes: its place in the book, and what only the map draws of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.outline import Outline, Relation, Topic, walk
from ...model.record import record
from ...model.richtext import Paragraph, plain, rich
from ...model.words import Words, page_name, words_of
from ._labels import Labels, book_name, labels_of


@record
class Asides:
    """What such a line is made of: the book's name, and the topics' titles by their ids."""

    book: str
    titles: Mapping[str, str]
    labels: Labels
    words: Words

    def notes_on(self, topic: Topic) -> tuple[Paragraph, ...]:
        """Return a line each for what a topic says besides its title, gist, notes and points."""
        if not (topic.page or topic.summary or topic.boundary or topic.relates):
            return ()
        return tuple(Paragraph(rich(line)) for line in self._lines(topic))

    def _lines(self, topic: Topic) -> Iterator[str]:
        labels = self.labels
        if topic.summary:
            yield labels.summary.format(topic.summary)
        if topic.boundary:
            yield labels.boundary.format(topic.boundary)
        for relation in topic.relates:
            yield labels.related.format(self._related(relation))
        if topic.page:
            yield labels.source.format(self.book + page_name(topic.page, self.words))

    def _related(self, relation: Relation) -> str:
        title = self.titles.get(relation.to.removeprefix("#"), "")
        if title and relation.label:
            return self.labels.remark.format(title, relation.label)
        return title or relation.label


def asides_of(outline: Outline) -> Asides:
    """Return what the notes of an outline's topics may point to."""
    titles: dict[str, str] = {}
    for topic, _ in walk(outline.topics):
        if topic.id:
            titles.setdefault(topic.id, plain(topic.title))
    labels = labels_of(outline.lang)
    return Asides(book_name(outline.book.title, labels), titles, labels, words_of(outline.lang))
