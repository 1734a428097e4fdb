"""`deckgen new`: an outline to start from."""

from __future__ import annotations

from pathlib import Path

import click

from ..problems import fail
from ..terminal import Terminal, speaking

SCHEMA = "outline.schema.json"


@click.command()
@click.argument("name", type=click.Path())
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@speaking
@click.pass_obj
def new(terminal: Terminal, name: str, force: bool) -> None:
    """Write a commented starter outline to NAME.yaml, or to standard output for -."""
    import json
    from importlib.resources import files as package_files

    from .. import files, outputs
    from ._making import check_stream

    is_stream = name == files.STREAM
    check_stream(terminal, name, "yaml")
    target = name if is_stream or name.lower().endswith((".yaml", ".yml")) else f"{name}.yaml"
    if not is_stream and files.exists(target) and not force:
        raise fail(
            f"'{target}' is there already",
            "choose another name, or add --force",
            code="file-exists",
        )
    starter = package_files("deckgen.readers").joinpath("starter.yaml").read_text("utf-8")
    # a JSON string is a YAML string: any name, quotes and all, is a title
    title = json.dumps("talk" if is_stream else Path(target).stem, ensure_ascii=False)
    data = starter.replace('"{title}"', title, 1).encode()
    written = {target: data}
    schema = str(Path(target).with_name(SCHEMA))
    if not is_stream and not files.exists(schema):  # the starter names it, for editors
        from ..readers.schema import outline_schema

        text = json.dumps(outline_schema(), ensure_ascii=False, indent=2) + "\n"
        written[schema] = text.encode()
    outputs.write(written)
    if is_stream:
        return
    terminal.wrote(target, "outline", data)
    if schema in written:
        terminal.wrote(schema, "schema", written[schema])
    terminal.close(f"'{target}' written; next: deckgen build '{target}'")


COMMAND = new
