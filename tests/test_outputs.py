"""What is written: whole or not at all, with the old file's rights, and over nothing else."""

from __future__ import annotations

import errno
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from deckgen import files
from deckgen.inputs import watching
from deckgen.kinds import Kind, kind_by_name, kind_of, signed
from deckgen.outputs import check, write
from deckgen.problems import DeckgenError

OLD, NEW = b"<svg>old</svg>", b"<svg>new</svg>"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 17 + b"IDAT"


def archive(*names: str) -> bytes:
    """Return a ZIP of empty files."""
    with BytesIO() as file:
        with zipfile.ZipFile(file, "w") as made:
            for name in names:
                made.writestr(name, "")
        return file.getvalue()


DECK = archive("[Content_Types].xml", "ppt/presentation.xml")
LETTER = archive("[Content_Types].xml", "word/document.xml")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Path()


def problem_of(caught: pytest.ExceptionInfo[DeckgenError]) -> tuple[str, str]:
    (problem,) = caught.value.problems
    return problem.message, problem.hint


def test_a_file_is_replaced_in_one_step(here: Path) -> None:
    """The new bytes stand under the name, with the old file's mode, and nothing beside it."""
    path = here / f"{'名' * 83}.svg"  # 253 bytes: no room for a longer temporary name
    path.write_bytes(OLD)
    path.chmod(0o640)
    write({str(path): NEW})
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(here.iterdir()) == [path]


def test_a_link_keeps_pointing_to_its_file(here: Path) -> None:
    """Writing to a link writes the file behind it."""
    (here / "real.svg").write_bytes(OLD)
    (here / "link.svg").symlink_to("real.svg")
    write({str(here / "link.svg"): NEW})
    assert (here / "link.svg").is_symlink()
    assert (here / "real.svg").read_bytes() == NEW


@pytest.mark.parametrize(
    ("code", "reason", "hint"),
    [
        (errno.ENOSPC, "no space left on device", "make room on the disk"),
        (errno.EROFS, "read-only file system", "the disk is read-only"),
        (errno.EACCES, "permission denied", "close the file if it is open elsewhere"),
        (errno.EIO, "input/output error", "choose another place with -o"),
    ],
)
@pytest.mark.parametrize("step", ["open", "replace"])
def test_a_failed_write_leaves_the_old_file(
    here: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, reason: str, hint: str
) -> None:
    """Whatever the system says no to, the old bytes stay and no temporary file is left."""
    path = here / "a.svg"
    path.write_bytes(OLD)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, refuse)
        with pytest.raises(DeckgenError) as caught:
            write({str(path): NEW})
    message, remedy = problem_of(caught)
    assert message.endswith(f"cannot write '{path}': {reason}")
    assert remedy.startswith(hint)
    assert path.read_bytes() == OLD
    assert list(here.iterdir()) == [path]


def test_an_interrupt_leaves_the_old_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the bytes are written removes the temporary file."""
    path = here / "a.svg"
    path.write_bytes(OLD)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write({str(path): NEW})
    assert path.read_bytes() == OLD
    assert list(here.iterdir()) == [path]


def test_a_full_disk_at_the_second_file_changes_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All that is written together is on the disk before the first file is replaced."""
    first, second = here / "a.svg", here / "b.svg"
    first.write_bytes(OLD)
    opened, count = Path.open, iter(range(9))

    def full(path: Path, mode: str = "r", **kwargs: object) -> object:
        if mode == "xb" and next(count):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return opened(path, mode, **kwargs)  # type: ignore[call-overload]

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        with pytest.raises(DeckgenError, match=r"cannot write '.*b\.svg': no space left"):
            write({str(first): NEW, str(second): NEW})
    assert {path.name: path.read_bytes() for path in here.iterdir()} == {"a.svg": OLD}


def test_a_new_file_has_the_mode_that_the_umask_leaves(here: Path) -> None:
    """Not the private one of a temporary file; so do the files of a folder, and the folder."""
    old = os.umask(0o027)
    try:
        write({str(here / "a.svg"): NEW, str(here / "pics"): {"slide-1.png": PNG}})
    finally:
        os.umask(old)
    modes = {path.name: path.stat().st_mode & 0o777 for path in here.rglob("*")}
    assert modes == {"a.svg": 0o640, "pics": 0o750, "slide-1.png": 0o640}


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="attributes of files are Linux's")
def test_what_is_replaced_hands_down_its_attributes(here: Path) -> None:
    """Access lists are attributes, too; pictures in a folder are no exception."""
    folder = here / "pics"
    folder.mkdir()
    for path in (here / "a.svg", folder / "slide-1.png"):
        path.write_bytes(OLD if path.suffix == ".svg" else PNG)
        path.chmod(0o604)
        try:
            os.setxattr(path, "user.whose", b"mine")
        except OSError:
            pytest.skip("this file system keeps no attributes")
    write({str(here / "a.svg"): NEW, str(folder): {"slide-1.png": PNG + b"new"}})
    for path in (here / "a.svg", folder / "slide-1.png"):
        assert path.stat().st_mode & 0o777 == 0o604
        assert os.getxattr(path, "user.whose") == b"mine"
    assert (folder / "slide-1.png").read_bytes() == PNG + b"new"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="root alone gives files away")
def test_what_is_replaced_stays_its_owners(here: Path) -> None:
    """A deck that an administrator draws anew is not taken from whose it is."""
    path = here / "a.svg"
    path.write_bytes(OLD)
    os.chown(path, 1234, 2345)
    path.chmod(0o640)
    write({str(path): NEW})
    status = path.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (1234, 2345, 0o640)


def test_a_read_only_file_stays(here: Path) -> None:
    """Whoever runs this: its folder would let us replace it, its owner did not want that."""
    path = here / "a.svg"
    path.write_bytes(OLD)
    path.chmod(0o444)
    with pytest.raises(DeckgenError) as caught:
        write({str(path): NEW, str(here / "b.svg"): NEW})
    assert problem_of(caught) == (
        f"'{path}' is read-only",
        "make it writable, or choose another name with -o",
    )
    assert {path.name: path.read_bytes() for path in here.iterdir()} == {"a.svg": OLD}


def test_a_hard_link_parts_from_the_others(here: Path) -> None:
    """The file's other names keep what it was."""
    one, other = here / "one.svg", here / "other.svg"
    one.write_bytes(OLD)
    os.link(one, other)
    write({str(one): NEW})
    assert (one.read_bytes(), other.read_bytes()) == (NEW, OLD)


@pytest.mark.parametrize("what", ["device", "pipe", "socket", "descriptor", "folder", "slash"])
def test_what_is_no_file_is_not_written_to(here: Path, what: str) -> None:
    """Standard output is `-`; a device or a pipe would be harmed, or would wait for ever."""
    name = str(here / "a.svg")
    reader, writer = os.pipe()
    if what == "device":
        Path(name).symlink_to("/dev/null")
    elif what == "pipe":
        os.mkfifo(name)
    elif what == "socket":
        os.mknod(name, 0o140644)
    elif what == "descriptor":
        name = f"/dev/fd/{writer}"
    elif what == "folder":
        Path(name).mkdir()
    else:
        Path(name).write_bytes(OLD)
        name += "/"
    before = list(here.iterdir())
    with pytest.raises(DeckgenError) as caught:
        write({name: NEW})
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        assert pipe.read() == b""
    kind = "a folder" if what in ("folder", "slash") else "a device or a pipe"
    assert problem_of(caught)[0] == f"'{name}' is {kind}"
    assert list(here.iterdir()) == before


@pytest.mark.parametrize("name", ["x" * 300, "a\0b.svg"])
def test_an_impossible_name_is_refused(here: Path, name: str) -> None:
    """As any other that the system says no to."""
    with pytest.raises(DeckgenError, match="cannot write"):
        write({str(here / name): NEW})
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    "way", ["plain", "dots", "no folder", "link", "hard link", "link to link", "saved"]
)
@pytest.mark.usefixtures("here")
def test_what_was_read_is_not_written_over(way: str) -> None:
    """A file is known by what it is, whatever it is called, and all that goes with it stays too."""
    Path("sub").mkdir()
    Path("in.svg").write_bytes(OLD)
    Path("link.svg").symlink_to("in.svg")
    Path("other.svg").symlink_to("link.svg")
    os.link("in.svg", "hard.svg")
    name = {
        "plain": str(Path("in.svg").absolute()),
        "dots": "./sub/../in.svg",
        "no folder": "none/../in.svg",
        "link": "link.svg",
        "hard link": "hard.svg",
        "link to link": "other.svg",
        "saved": "in.svg",
    }[way]
    with watching():
        files.open_source("in.svg")
        if way == "saved":  # an editor puts a new file in the old one's place when it saves
            Path("new").write_bytes(OLD)
            Path("new").replace("in.svg")
        with pytest.raises(DeckgenError) as caught:
            write({"another.svg": NEW, name: NEW})
        said = " as 'in.svg'" if "link" in way else ""
        message, hint = problem_of(caught)
        assert message.endswith(f"' was read{said}, and is not written over")
        assert hint == "choose another name with -o"
        with pytest.raises(DeckgenError):
            check(name, Kind.SVG)
    assert (Path("in.svg").read_bytes(), Path("another.svg").exists()) == (OLD, False)
    write({name: NEW})  # who has not read it may write it
    assert Path(os.path.realpath(name)).read_bytes() == NEW


def test_a_file_system_that_numbers_no_files(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There the resolved path counts, in whatever case: such systems seldom tell A from a."""
    path = here / "in.svg"
    path.write_bytes(OLD)
    (here / "IN.svg").write_bytes(OLD)
    (here / "out.svg").write_bytes(OLD)
    real = os.stat_result

    def unnumbered(status: os.stat_result) -> os.stat_result:
        return real((status.st_mode, 0, *status[2:]))

    stat, fstat = Path.stat, os.fstat
    with watching(), monkeypatch.context() as patch:
        patch.setattr(Path, "stat", lambda path, **kw: unnumbered(stat(path, **kw)))
        patch.setattr(os, "fstat", lambda number: unnumbered(fstat(number)))
        files.open_source(str(path))
        write({str(here / "out.svg"): NEW})
        for name in ("in.svg", "IN.svg"):
            with pytest.raises(DeckgenError, match="was read"):
                write({str(here / name): NEW})
    assert path.read_bytes() == OLD


def test_a_number_that_went_to_another_file(here: Path) -> None:
    """A system gives the number of a file that is gone to the next one, which nobody has read."""
    (here / "in.svg").write_bytes(OLD)
    with watching():
        files.open_source(str(here / "in.svg"))
        (here / "in.svg").rename(here / "out.svg")
        write({str(here / "out.svg"): NEW})
    assert (here / "out.svg").read_bytes() == NEW


def test_what_was_read_and_stays_as_it_is_need_not_be_written(here: Path) -> None:
    """A logo that lies beside its theme already is no reason to refuse the theme."""
    logo = here / "logo.png"
    logo.write_bytes(PNG)
    before = logo.stat()
    with watching():
        files.open_source(str(logo))
        write({str(logo): PNG, str(here / "mine.yaml"): b"extends: base"})
    assert (logo.stat().st_ino, logo.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (here / "mine.yaml").read_bytes() == b"extends: base"


@pytest.mark.parametrize("way", ["dots", "link", "hard link"])
@pytest.mark.usefixtures("here")
def test_two_names_of_one_file_are_refused(way: str) -> None:
    """The second would take the place of the first."""
    Path("a.svg").write_bytes(OLD)
    Path("link.svg").symlink_to("a.svg")
    os.link("a.svg", "hard.svg")
    name = {"dots": "./a.svg", "link": "link.svg", "hard link": "hard.svg"}[way]
    with pytest.raises(DeckgenError) as caught:
        write({"a.svg": NEW, name: NEW + b"\n"})
    assert problem_of(caught)[0] == f"'a.svg' and '{name}' are one file"
    assert Path("a.svg").read_bytes() == OLD


SAMPLES: dict[Kind, tuple[bytes, ...]] = {
    Kind.NOTHING: (b"", b"\0" * 5000),
    Kind.DECK: (DECK, DECK[:110], archive(*(f"docProps/{n:06}" for n in range(2000)), "ppt/a")),
    Kind.PDF: (b"%PDF-1.7\n",),
    Kind.PNG: (PNG, PNG[:12]),
    Kind.SVG: (
        OLD,
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- Inkscape -->\n<!DOCTYPE svg PUBLIC>\n<svg ",
        b"\n<svg\n",
        b'<!DOCTYPE svg PUBLIC "a" "b" [\n<!ENTITY c "d">\n]>\n<svg>',
    ),
    Kind.HTML: (b"<!DOCTYPE html>\n<title>", b"<!-- saved -->\n<html lang='zh'>"),
    Kind.DOT: (b"digraph {\n", b'// Graph\nstrict graph "a b" {', b"/* a */ digraph G\n{"),
    Kind.TEXT: (
        "title: 参与感\ntopics: []\n".encode(),
        b"graph: {a: b}\n",
        b"<p>a fragment</p>",
        b"<?xml version='1.0'?>\n<opml/>",
        b"digraph notes\n",
        "参".encode() * 30_000,  # what is looked at ends within a character
        b"#" * 5_000 + b"\ntitle: a\n",  # may be read as comments in more ways than can be tried
        b"// " * 5_000,
        b"<?a?>" * 5_000 + b"<!-- a -->" * 5_000,
        b"/* a */" * 5_000,
    ),
    Kind.ARCHIVE: (LETTER, archive("mimetype", "content.xml")),
    Kind.OTHER: (
        b"\xff\xd8\xff\xe0JFIF",
        "标题".encode("gbk"),
        b"\xff\xfet\0",
        b"a\0b",
        b"GIF89a\xff",
    ),
}


@pytest.mark.parametrize("kind", Kind)
def test_a_file_tells_what_it_is(kind: Kind) -> None:
    """By its first bytes and its last, even if half of it was written."""
    assert [kind_of(data[:65_536], data[-65_536:]) for data in SAMPLES[kind]] == [
        kind for _ in SAMPLES[kind]
    ]


def test_endings_that_may_be_anything() -> None:
    """Temporary files have none, and a .txt may be a Graphviz file as well."""
    names = ("a.YAML", "a.pptx", "a.b.svg", "a.docx", "a.txt", "a", ".svg", "a.xml")
    assert [kind_by_name(name) for name in names] == [
        Kind.TEXT, Kind.DECK, Kind.SVG, Kind.ARCHIVE, None, None, None, None,
    ]  # fmt: skip


WRITTEN = (Kind.DECK, Kind.PDF, Kind.PNG, Kind.SVG, Kind.HTML, Kind.DOT, Kind.TEXT)


@pytest.mark.parametrize("new", WRITTEN)
def test_a_file_is_replaced_by_one_of_its_kind(here: Path, new: Kind) -> None:
    """One kind takes the place of itself and of what is empty; anything else stays."""
    data = SAMPLES[new][0]
    replaced = []
    for kind, samples in SAMPLES.items():
        path = here / f"{kind.name}.tmp"
        path.write_bytes(samples[0])
        try:
            write({str(path): data})
        except DeckgenError as error:
            (problem,) = error.problems
            assert problem.message == f"'{path}' is {kind}, and {new} would take its place"
            assert path.read_bytes() == samples[0]
        else:
            assert path.read_bytes() == data
            replaced.append(kind)
    assert set(replaced) == {Kind.NOTHING, new}


@pytest.mark.parametrize(
    "name",
    ["a.yaml", "a.YML", "a.md", "a.csv", "a.docx", "a.jpg", "a.json", "a.png", "a.pptx", "a.html"],
)
def test_a_file_that_is_named_as_another_kind_stays(here: Path, name: str) -> None:
    """Even if it is empty, and even if it holds what would be written: the name tells it."""
    path = here / name
    for data in (b"", OLD):
        path.write_bytes(data)
        with pytest.raises(DeckgenError, match=f"is there, and an SVG is no '{path.suffix}'"):
            write({str(path): NEW})
        assert path.read_bytes() == data


def test_others_pictures_in_a_folder_stay(here: Path) -> None:
    """Of those that count on further the ones go that say they are ours, and that nobody read."""
    folder = here / "pics"
    folder.mkdir()
    mine = {
        "slide-04.png": PNG,
        "slide-5.png": b"words",
        "slide-06.txt": b"words",
        "other-07.png": signed(PNG),
        "slide-08.png": signed(PNG),
        "slide-09.png": signed(PNG),
    }
    for name, data in mine.items():
        (folder / name).write_bytes(data)
    (folder / "slide-08.png").rename(here / "target.png")
    (folder / "slide-08.png").symlink_to("../target.png")
    for number in (1, 2, 3):
        (folder / f"slide-0{number}.png").write_bytes(signed(PNG))
    with watching():
        files.open_source(str(folder / "slide-09.png"))
        write({str(folder): {"slide-01.png": PNG + b"1", "contact.png": PNG}})
    made = {"slide-01.png": PNG + b"1", "contact.png": PNG}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == mine | made


def test_a_folder_with_a_picture_that_was_read(here: Path) -> None:
    """It stays as it is, whole, when one of its files was read."""
    folder = here / "pics"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"slide-{number}.png").write_bytes(PNG)
    with watching():
        files.open_source(str(folder / "slide-2.png"))
        with pytest.raises(DeckgenError, match=r"'.*slide-2\.png' was read"):
            write({str(folder): {f"slide-{number}.png": PNG + b"new" for number in (1, 2)}})
    assert [path.read_bytes() for path in folder.iterdir()] == [PNG, PNG]
