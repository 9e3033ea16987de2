"""Take the picture of the saved queries as favourites of the real Neo4j Browser: docs/images/favourites.png.

    python -m scripts.screenshot_favourites

As scripts/screenshot.py: of whatever is loaded, with Debian's Chromium.
"""

import sys
from pathlib import Path

from graphkit.store.favourites import favourites
from graphkit.store.queries import saved_queries
from scripts.chromium import MISSING, chromium, installed
from scripts.neo4j_browser import draw, drop, log_in, open_folder, run_favourite
from scripts.screenshot import ACTORS, come_to_rest, find_address

PICTURE = Path(__file__).parent.parent / "docs" / "images" / "favourites.png"
FOLDERS = ("graphkit, choose first", "graphkit actors")


def main() -> None:
    if not installed():
        sys.exit(MISSING)
    with chromium(1440, 1000, 1.25) as page:
        address = find_address()
        link = address.link(ACTORS)
        log_in(page, link, address.password)
        draw(page, link, lambda drawn: bool(drawn["ties"]))
        drop(page, "graphkit.zip", favourites(saved_queries()))
        open_folder(page, FOLDERS[0])
        run_favourite(page, "Choose actor", "wd:Q159")
        open_folder(page, FOLDERS[1])
        run_favourite(page, "Ties of an actor", "// Ties of an actor")
        come_to_rest(page)
        page.save_screenshot(str(PICTURE))
    sys.stderr.write(f"{PICTURE}\n")


if __name__ == "__main__":
    main()
