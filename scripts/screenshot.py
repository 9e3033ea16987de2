"""Take a picture of a query's graph in the real Neo4j Browser, with Debian's headless Chromium.

    python -m scripts.screenshot                                      the actors of whatever is loaded
    python -m scripts.screenshot --cypher 'MATCH ...' -o picture.png

The database is the one named by NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD (its Browser by NEO4J_HTTP_URL, where
that isn't at the usual port), else the local server.
Needs Debian's `chromium` and `chromium-driver`; Selenium fetches nothing.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from selenium.common.exceptions import (
    ElementNotInteractableException,
    NoSuchElementException,
    StaleElementReferenceException,
    TimeoutException,
)
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from graphkit.resources import shipped
from graphkit.store import browser, server
from scripts.chromium import MISSING, chromium, installed

ACTORS = "MATCH (actor:Actor)-[edge]->(other:Entity) RETURN actor, edge, other LIMIT 60"
PATIENCE = 60  # seconds for each thing the page has to show
FRAME = "[data-testid=frame]"
EDITOR = "[data-testid=activeEditor]"
RUN = "[data-testid=editor-Run]"
CONNECT = "[data-testid=connect]"
SECRET = "input[type=password]"  # noqa: S105 (where it is typed)
NODE = f"{FRAME} svg g.node"
FULL_SCREEN = f"{FRAME} button[title=Fullscreen]"
FIT = f"{FRAME} button[aria-label=zoom-to-fit]"
ZOOM_OUT = f"{FRAME} button[aria-label=zoom-out]"
MARGIN = 70  # what the row of view buttons at the left takes, and a little air
EXTENT = """
const box = it => it.getBoundingClientRect();
const nodes = [...document.querySelectorAll('svg.neod3viz g.node')].map(box);
const beside = box(document.querySelector('[data-testid=frame] button[aria-label=zoom-out]')).left;
return [Math.min(...nodes.map(it => it.left)), Math.max(...nodes.map(it => it.right)), beside];
"""
EMPTY_SPOT = """
const drawing = document.querySelector('svg.neod3viz').getBoundingClientRect();
for (let x = drawing.left + drawing.width / 2; x < drawing.right; x += 10)
  for (let y = drawing.bottom - 20; y > drawing.top; y -= 10) {
    const there = document.elementFromPoint(x, y);
    if (there && there.closest('svg.neod3viz') && !there.closest('g.node, g.relationship')) return [x, y];
  }
"""


@dataclass(frozen=True)
class Address:
    uri: str
    http_url: str
    username: str
    password: str
    database: str

    def link(self, cypher: str) -> str:
        return browser.link(self.http_url, self.uri, self.username, self.database, cypher)


def main() -> None:
    arguments = read_arguments()
    if not installed():
        sys.exit(MISSING)
    with chromium(arguments.width, arguments.height, arguments.scale) as page:
        address = find_address()
        log_in(page, address, ":" + browser.style_command(shipped("config", "browser.grass").read_text()))
        draw(page, address, arguments.cypher)
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
        page.save_screenshot(str(arguments.output))
    sys.stderr.write(f"{arguments.output}\n")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cypher", default=ACTORS, help="the query to draw (default: %(default)s)")
    parser.add_argument("-o", "--output", type=Path, default=Path("docs/images/graph.png"))
    parser.add_argument("--width", type=int, default=1440, help="of the window, in CSS pixels")
    parser.add_argument("--height", type=int, default=1000, help="of the window, in CSS pixels")
    parser.add_argument("--scale", type=float, default=1.4, help="picture pixels per CSS pixel")
    return parser.parse_args()


def find_address() -> Address:
    uri = os.environ.get("NEO4J_URI")
    if uri:
        return Address(
            uri,
            os.environ.get("NEO4J_HTTP_URL") or browser.usual_http_url(uri),
            os.environ.get("NEO4J_USERNAME", "neo4j"),
            os.environ["NEO4J_PASSWORD"],
            os.environ.get("NEO4J_DATABASE", "neo4j"),
        )
    running = server.start(server.find_home(os.environ))
    return Address(running.uri, running.http_url, running.username, running.password, running.database)


def log_in(page: Chrome, address: Address, command: str) -> None:
    """Connect, and run a command once connected."""
    page.get(address.link(command))
    wait_for(page, SECRET).send_keys(address.password)
    press(page, CONNECT)
    run_editor(page, address)
    time.sleep(1)


def run_editor(page: Chrome, address: Address) -> None:
    """Run what the link put into the editor, once connected."""
    prompt = f"{address.database}$"
    WebDriverWait(page, PATIENCE).until(lambda it: prompt in wait_for(it, EDITOR).text)
    time.sleep(2)  # the command that our own server has the Browser run at login ends by clearing the page
    press(page, RUN)


def draw(page: Chrome, address: Address, cypher: str) -> None:
    """Run the query, full screen, and wait until the drawing has come to rest beside the panel."""
    page.get(address.link(cypher))
    run_editor(page, address)
    wait_for(page, NODE)
    press(page, FULL_SCREEN)
    come_to_rest(page)
    press(page, FIT)
    come_to_rest(page)
    make_room(page)


def make_room(page: Chrome) -> None:
    """Move the drawing, made smaller if it must be, from under the panel that lists labels and types."""
    for _ in range(5):
        left, right, beside = page.execute_script(EXTENT)
        if right - left < beside - MARGIN:
            break
        press(page, ZOOM_OUT)
        come_to_rest(page)
    shift = round((beside + MARGIN) / 2 - (left + right) / 2)
    drag = ActionChains(page)
    drag.w3c_actions.pointer_action.move_to_location(*page.execute_script(EMPTY_SPOT))
    drag.click_and_hold().move_by_offset(shift, 0).release().perform()
    come_to_rest(page)


def come_to_rest(page: Chrome) -> None:
    before = None
    for _ in range(PATIENCE):
        now = page.execute_script(EXTENT)
        if now == before:
            return
        before = now
        time.sleep(1)


def wait_for(page: Chrome, selector: str) -> WebElement:
    return until(page, selector, lambda it: it)


def press(page: Chrome, selector: str) -> None:
    until(page, selector, lambda it: it.click() or it)


def until(page: Chrome, selector: str, act: Callable[[WebElement], WebElement]) -> WebElement:
    """Act on an element as soon as it is there and lets itself be acted on."""
    ignored = (ElementNotInteractableException, NoSuchElementException, StaleElementReferenceException)
    waiting = WebDriverWait(page, PATIENCE, ignored_exceptions=ignored)
    try:
        return waiting.until(lambda it: act(it.find_element(By.CSS_SELECTOR, selector)))
    except TimeoutException:
        seen = Path(tempfile.gettempdir()) / "screenshot-failed.png"
        page.save_screenshot(str(seen))
        sys.exit(f"the Browser never showed {selector} (does the query find anything?): see {seen}")


if __name__ == "__main__":
    main()
