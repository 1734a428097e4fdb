"""What a check of a theme found."""

from __future__ import annotations

from ..model.record import record
from ..problems import Problem, Report, Severity


@record
class Check:
    """One check: its name, what was looked at, the worst of it, and its problems.

    An error is a fault that somebody in the room will see, a warning a risk.
    """

    name: str
    looked_at: str
    worst: str
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, name: str, looked_at: str, worst: str, report: Report) -> Check:
        """Return the check with what was reported while it was made."""
        return cls(name, looked_at, worst, report.problems)

    @property
    def verdict(self) -> str:
        """Return ok, warning or fault."""
        severities = {problem.severity for problem in self.problems}
        if Severity.ERROR in severities:
            return "fault"
        return "warning" if Severity.WARNING in severities else "ok"
