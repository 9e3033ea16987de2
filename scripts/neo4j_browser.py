"""What a person does in Neo4j Browser 5.24, done by a driver: log in, run what is in the editor, drop a file, click.

Every step waits for what it needs and is tried again where the Browser undid it: at login it runs a command of the
server's (graphkit's colours) that ends by clearing the page, at a moment nobody outside can tell.
"""

import base64
import time
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from selenium.common.exceptions import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    NoSuchElementException,
    StaleElementReferenceException,
    TimeoutException,
)
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

T = TypeVar("T")
PATIENCE = 240
"""Seconds until what never comes is given up."""
AGAIN = 8
"""Seconds after which a click that did nothing is made again."""
PASSING = (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    NoSuchElementException,
    StaleElementReferenceException,
)
EDITOR, RUN = "[data-testid=activeEditor]", "[data-testid=editor-Run]"
CONNECT, SECRET = "[data-testid=connect]", "input[type=password]"
COMMAND = "[data-testid=frameCommand]"
FAVOURITES = "[data-testid=navigationFavorites]"
DRAWN = """
const caption = (it) => [...it.querySelectorAll("text")].map((text) => text.textContent.trim()).join(" ");
const all = (kind) => [...document.querySelectorAll(`svg.neod3viz g.${kind}`)];
return {
  nodes: all("node").map((it) => [caption(it), it.querySelector("circle.b-outline").getAttribute("fill")]).sort(),
  ties: all("relationship").map(caption).sort(),
};
"""
DROP = """
const [name, data] = arguments;
const transfer = new DataTransfer();
transfer.items.add(new File([Uint8Array.from(atob(data), (it) => it.charCodeAt(0))], name));
for (const kind of ["dragenter", "dragover", "drop"]) {
  const event = new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: transfer});
  document.querySelector(arguments[2]).dispatchEvent(event);
}
"""


def log_in(page: Chrome, link: str, password: str) -> None:
    """Open a link as one who was never here, give the password, and wait for the connection."""
    address = urlsplit(link)
    origin = {"origin": f"{address.scheme}://{address.netloc}", "storageTypes": "all"}
    page.execute_cdp_cmd("Storage.clearDataForOrigin", origin)
    page.get(link)
    until(page, lambda it: find(it, SECRET).send_keys(password) or True, "the connection form")
    click_until(page, CONNECT, lambda it: not it.find_elements(By.CSS_SELECTOR, SECRET), "the connection")


def draw(page: Chrome, link: str, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Run what a link puts into the editor, until the drawing is as wanted: its nodes with colours, and its ties."""

    def drawn(it: Chrome) -> dict[str, Any] | None:
        found: dict[str, Any] = it.execute_script(DRAWN)
        return found if found["nodes"] and wanted(found) else None

    def again(it: Chrome) -> None:
        if not any("MATCH" in frame.text for frame in it.find_elements(By.CSS_SELECTOR, COMMAND)):
            if "MATCH" not in find(it, EDITOR).text:
                it.get(link)
                until(it, lambda page: "MATCH" in find(page, EDITOR).text, "the query of the link")
            find(it, RUN).click()

    return until(page, drawn, f"the graph of {link}", again)


def drop(page: Chrome, name: str, data: bytes) -> None:
    """Drop a file on the window."""
    until(page, lambda it: find(it, EDITOR), "the editor")
    page.execute_script(DROP, name, base64.b64encode(data).decode("ascii"), EDITOR)


def open_folder(page: Chrome, name: str) -> None:
    """Show a folder of favourites and what is in it."""
    folder = f'[data-testid="expandFolder-{name}"]'
    click_until(page, FAVOURITES, lambda it: find(it, folder).is_displayed(), f"the folder {name}")
    opened = f'[data-testid="savedScriptsFolder-{name}"] [data-testid^="scriptTitle-"]'
    click_until(page, folder, lambda it: find(it, opened).is_displayed(), f"what is in {name}")


def run_favourite(page: Chrome, title: str, shown: str) -> None:
    """Put a favourite into the editor and run it, until the page shows some words."""
    script = f'[data-testid="scriptTitle-{title}"]'
    click_until(page, script, lambda it: f"// {title}" in find(it, EDITOR).text, f"{title} in the editor")
    click_until(page, RUN, lambda it: shown in find(it, "[data-testid=stream]").text, f"{shown!r}")


def titles(page: Chrome, folder: str) -> list[str]:
    """The favourites in an open folder."""
    selector = f'[data-testid="savedScriptsFolder-{folder}"] [data-testid^="scriptTitle-"]'
    return [it.text for it in page.find_elements(By.CSS_SELECTOR, selector)]


def find(page: Chrome, selector: str) -> Any:
    return page.find_element(By.CSS_SELECTOR, selector)


def click_until(page: Chrome, selector: str, condition: Callable[[Chrome], Any], meaning: str) -> None:
    """Click, unless it is so already, and again where that did nothing."""
    until(page, condition, meaning, lambda it: find(it, selector).click())


def until(
    page: Chrome,
    condition: Callable[[Chrome], T],
    meaning: str,
    act: Callable[[Chrome], Any] | None = None,
) -> T:
    """What the condition gives, once it is something; `act` is done before, and every few seconds again."""
    acted = -float(AGAIN)

    def met(it: Chrome) -> T | None:
        nonlocal acted
        found = None
        try:
            found = condition(it)
        except PASSING:
            found = None
        if not found and act is not None and time.monotonic() - acted >= AGAIN:
            acted = time.monotonic()
            act(it)
        return found

    try:
        result = WebDriverWait(page, PATIENCE, 0.3, ignored_exceptions=PASSING).until(met)
    except TimeoutException as error:
        raise TimeoutException(f"the Browser never showed {meaning}") from error
    if result is None:
        raise TimeoutException(meaning)
    return result
