"""Sign-in with a real provider on loopback: a stranger, a viewer, an editor, and somebody whose sign-in has ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import running_app, settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
_UNTIL = """until => new Promise(done => {
    const look = () => Date.now() > until ? done(null) : setTimeout(look, 100)
    look()
})"""
Enter = Callable[[str, str], Page]


@contextmanager
def provider() -> Iterator[str]:
    mock = pytest.importorskip("oidc_provider_mock")
    people = [
        mock.User(sub=name, claims={"email": f"{name}@example.com", "name": name.capitalize()})
        for name in ("editor", "viewer", "stranger")
    ]
    with mock.run_server_in_thread(user_claims=people) as server:
        yield f"http://localhost:{server.server_port}"


@contextmanager
def guarded(folder: Path, hours: float) -> Iterator[str]:
    """Serve the app with sign-in; yield its address."""
    with provider() as address:
        secrets = folder / "secrets.toml"
        secrets.write_text(
            f"""
            [auth]
            redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
            cookie_secret = "{"not guessed by anybody " * 2}"
            client_id = "criteria"
            client_secret = "told to the provider"
            server_metadata_url = "{address}/.well-known/openid-configuration"
            [workspace]
            name = "Strategy"
            editors = ["editor@example.com"]
            viewers = ["viewer@example.com"]
            hours = {hours}
            """,
            encoding="utf-8",
        )
        store = f"sqlite:///{(folder / 'criteria.db').as_posix()}"
        with running_app(STREAMLIT_SECRETS_FILES=str(secrets), DATABASE_URL=store) as app:
            yield app


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with guarded(tmp_path_factory.mktemp("guarded"), 12) as address:
        yield address


@pytest.fixture
def enter(browser: Browser) -> Iterator[Enter]:
    """Return a function that opens an address and signs somebody in, each in a browser of their own."""
    contexts = []

    def entered(name: str, address: str) -> Page:
        context = browser.new_context(viewport={"width": 1440, "height": 1000})
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        page.get_by_role("button", name="Sign in").click(timeout=60_000)
        page.get_by_placeholder("sub").fill(name)
        page.get_by_role("button", name="Authorize").click()
        page.wait_for_url(f"http://{urlsplit(address).netloc}/**")
        return page

    yield entered
    for context in contexts:
        context.close()


def test_a_stranger_sees_nothing_before_the_sign_in_and_nothing_after_it(app: str, enter: Enter) -> None:
    page = enter("stranger", app)
    expect(page.get_by_text("Stranger, who has no place in this workspace")).to_be_visible(timeout=60_000)
    for name in ("weights", "robustness", "evidence", "scenarios", "open", "answer"):
        page.goto(f"{app}{name}?method=wsm")
        expect(page.get_by_text("who has no place in this workspace")).to_be_visible(timeout=60_000)
        assert "Amazon" not in page.content()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()  # the provider asks as well
    expect(page.get_by_role("button", name="Sign in")).to_be_visible(timeout=60_000)


def test_a_shared_link_opens_after_the_sign_in_that_it_asks_for(app: str, enter: Enter) -> None:
    page = enter("viewer", f"{app}?method=wsm")
    expect(page.locator(".c-verdict h1")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Weighted sum instead of TOPSIS").first).to_be_visible()
    assert "method=wsm" in page.url


def test_a_viewer_finds_what_an_editor_saved_and_cannot_change_it(app: str, enter: Enter) -> None:
    editor = enter("editor", f"{app}scenarios?method=wsm")
    editor.get_by_label("Name of the scenario").fill("For the board")
    editor.get_by_role("button", name="Save as new").click(timeout=60_000)
    settled(editor)
    expect(editor.get_by_role("combobox", name="Saved scenario", exact=True)).to_be_visible()
    viewer = enter("viewer", f"{app}scenarios?method=wsm")
    expect(viewer.get_by_text("Signed in: Viewer (may look).")).to_be_visible(timeout=60_000)
    settled(viewer)
    menu = viewer.get_by_role("combobox", name="Saved scenario", exact=True)
    expect(menu).to_have_value("For the board")
    for name in ("Rename", "Duplicate", "Delete", "Save as new"):
        expect(viewer.get_by_role("button", name=name, exact=True)).to_be_disabled()
    expect(viewer.get_by_text("You may look at this workspace")).to_be_visible()
    expect(viewer.get_by_test_id("stBaseButton-secondary").filter(has_text="Open").last).to_be_enabled()
    editor.reload()
    expect(editor.get_by_role("combobox", name="Saved scenario", exact=True)).to_have_value("For the board")
    expect(editor.get_by_text("Signed in: Editor (may edit).")).to_be_visible()


def test_a_sign_in_that_has_ended_is_asked_for_again_and_saves_nothing(tmp_path: Path, enter: Enter) -> None:
    with guarded(tmp_path, 20 / 3600) as app:
        page = enter("editor", f"{app}scenarios?method=wsm")
        expect(page.get_by_role("button", name="Save as new")).to_be_visible(timeout=60_000)
        settled(page)
        signed_in = page.evaluate("Date.now()")
        page.get_by_label("Name of the scenario").fill("Too late")
        page.evaluate(_UNTIL, signed_in + 20_000)
        page.get_by_role("button", name="Save as new").click()
        expect(page.get_by_text("Your sign-in has ended")).to_be_visible()
        assert "Amazon" not in page.get_by_test_id("stMain").inner_text()
        page.get_by_role("button", name="Sign in").click()
        page.get_by_placeholder("sub").fill("editor")
        page.get_by_role("button", name="Authorize").click()
        expect(page.get_by_role("button", name="Save as new")).to_be_visible(timeout=60_000)
        expect(page.get_by_text("Too late")).to_have_count(0)
        assert "method=wsm" in page.url


def test_a_right_that_is_taken_away_is_gone_without_a_restart(tmp_path: Path, enter: Enter) -> None:
    with guarded(tmp_path, 12) as app:
        page = enter("editor", f"{app}scenarios?method=wsm")
        expect(page.get_by_text("Signed in: Editor (may edit).")).to_be_visible(timeout=60_000)
        secrets = tmp_path / "secrets.toml"
        told = secrets.read_text(encoding="utf-8")
        secrets.write_text(told.replace("viewer@", "nobody@").replace("editor@", "viewer@"), encoding="utf-8")
        gone = page.get_by_text("Editor, who has no place in this workspace")
        for _visit in range(30):  # the file is looked at every few moments
            page.reload()
            expect(gone.or_(page.get_by_text("Signed in: Editor"))).to_be_visible(timeout=60_000)
            if gone.is_visible():
                break
        expect(gone).to_be_visible()
        assert "Amazon" not in page.content()
