"""A finding reads as two sentences."""

from criteria.checks.finding import Finding


def test_a_finding_reads_as_what_and_what_to_do() -> None:
    assert Finding("This is so.", "Do that.").text == "This is so. Do that."
