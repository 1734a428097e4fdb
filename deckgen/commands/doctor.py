"""`deckgen doctor`: what this machine has and lacks."""

from __future__ import annotations

import click

from ..terminal import Terminal, speaking


@click.command()
@speaking
@click.pass_obj
def doctor(terminal: Terminal) -> None:
    """Tell what this machine has for deckgen, what is missing, and how to get it."""
    from ..doctor import examine

    findings = examine()
    if terminal.answer:
        import dataclasses

        terminal.answer.said["findings"] = [dataclasses.asdict(one) for one in findings]
    for finding in findings if not terminal.answer else ():
        click.echo(f"{finding.state:8}{finding.name}: {finding.detail}")
        if finding.remedy:
            click.echo(f"        → {finding.remedy}")
    if any(finding.state == "missing" for finding in findings):
        raise click.exceptions.Exit(1)


COMMAND = doctor
