"""The doors' own answers are text, whatever was asked."""

from criteria.ui.server.answers import refusal


def test_a_refusal_escapes_what_it_says_and_links_home_only_where_there_is_one() -> None:
    plain = refusal(421, "<b>no</b>")
    linked = refusal(404, "nothing", home='/a"b/')
    assert (plain.status_code, linked.status_code) == (421, 404)
    assert b"&lt;b&gt;no" in plain.body
    assert b"href" not in plain.body
    assert b'href="/a&#34;b/"' in linked.body
    assert linked.headers["cache-control"] == "no-store"
