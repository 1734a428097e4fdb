"""`deckgen doctor`: what this machine has and lacks."""

from __future__ import annotations

import click

from ..terminal import speaking


@click.command()
@speaking
def doctor() -> None:
    """Tell what this machine has for deckgen, what is missing, and how to get it."""
    from ..doctor import examine

    findings = examine()
    for finding in findings:
        click.echo(f"{finding.state:8}{finding.name}: {finding.detail}")
        if finding.remedy:
            click.echo(f"        → {finding.remedy}")
    if any(finding.state == "missing" for finding in findings):
        raise click.exceptions.Exit(1)


COMMAND = doctor
