"""The doors' own answers are text, whatever was asked."""

from bracketed import Bracketed

from criteria.translation import in_language
from criteria.ui.server.answers import refusal


def test_a_refusal_escapes_what_it_says_and_links_home_only_where_there_is_one() -> None:
    plain = refusal(421, "<b>no</b>")
    linked = refusal(404, "nothing", home='/a"b/')
    assert (plain.status_code, linked.status_code) == (421, 404)
    assert b"&lt;b&gt;no" in plain.body
    assert b"href" not in plain.body
    assert b'href="/a&#34;b/"' in linked.body
    assert linked.headers["cache-control"] == "no-store"


def test_a_refusal_declares_the_language_it_is_written_in() -> None:
    assert b'<html lang="en">' in refusal(404, "nothing").body
    with in_language(Bracketed("fr")):
        assert b'<html lang="fr">' in refusal(404, "rien").body
