"""Questions on the page: what has a suggestion, what takes words, what has one way out."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def drawn(table: str) -> AppTest:
    def page(table: str) -> None:
        from criteria.ui import session
        from criteria.ui.components.own_table.draft import draft_of
        from criteria.ui.components.own_table.questions import questions

        mine = session.session()
        if mine.draft is None:
            mine.draft = draft_of("t.csv", table.encode())
        questions(mine.draft)

    return AppTest.from_function(page, default_timeout=60, args=(table,)).run()


def draft(page: AppTest):
    return page.session_state["criteria-session"].draft


def labels(page: AppTest) -> list[str]:
    return [button.label.replace("\u2060", "") for button in page.button]


def test_without_suggestions_there_is_nothing_to_confirm() -> None:
    page = drawn("Vendor,Foo,Bar\nA,3,5\nB,4,9\n")
    assert labels(page) == ["More is better under the 2 without a suggestion"]
    page.button[0].click().run()
    assert draft(page).problem is not None
    assert labels(page) == ["Undo the last answer"]


def test_the_order_of_words_is_given_in_words() -> None:
    page = drawn("Vendor,Support,Price\ndirection,max,min\nA,basic,3\nB,gold,4\nC,silver,5\n")
    assert [q.kind for q in draft(page).open] == ["order"]
    page.text_input[0].set_value("basic < silver < gold").run()
    assert not page.exception
    assert draft(page).problem.performance("b", "support").likely == 3


def test_a_change_is_an_answer_and_can_be_taken_back() -> None:
    page = drawn("Vendor,Price\nA,3\nB,4\n")
    page.segmented_control[0].set_value("maximize").run()
    assert draft(page).problem.leaves[0].maximize
    page.button[0].click().run()
    assert draft(page).problem is None
    assert labels(page)[0] == "Confirm the suggestion"


def test_what_words_count_as_weights_is_confirmed_or_typed() -> None:
    table = "Vendor,Care,Price\ndirection,max,min\nweight,high,low\nA,1,3\nB,2,4\n"
    for act, points in (("confirm", (3, 1)), ("type", (7, 1))):
        page = drawn(table)
        if act == "confirm":
            page.button[0].click().run()
        else:
            page.text_input[0].set_value("high = 7, low = 1").run()
        assert not page.exception
        assert tuple(points for _id, points in draft(page).problem.profiles[0].importances) == points


def test_many_columns_that_ask_the_same_are_answered_at_once() -> None:
    names = [f"Foo {k}" for k in range(40)]
    page = drawn("\n".join([",".join(["Vendor", "Price", *names]), ",".join(["A", *["3"] * 41]), ",".join(["B", *["4"] * 41])]))  # fmt: skip
    assert not page.exception
    assert "For all 40: less is better" in labels(page)
    page.button[labels(page).index("For all 40: less is better")].click().run()
    assert [q.about for q in draft(page).open] == ["Price"]
    page.button[labels(page).index("Confirm the suggestion")].click().run()
    assert {leaf.maximize for leaf in draft(page).problem.leaves} == {False}


def test_one_of_many_may_be_answered_by_itself() -> None:
    names = [f"Foo {k}" for k in range(9)]
    page = drawn("\n".join([",".join(["Vendor", *names]), ",".join(["A", *["3"] * 9]), ",".join(["B", *["4"] * 9])]))  # fmt: skip
    page.segmented_control[4].set_value("maximize").run()
    assert not page.exception
    assert [q.about for q in draft(page).open] == [name for name in names if name != "Foo 4"]
