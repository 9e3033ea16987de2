"""Take the picture of the page that `graphkit view` makes of the first example: docs/images/view.png.

    python -m scripts.screenshot_view

Needs Debian's `chromium` and `chromium-driver`.
"""

import sys
import tempfile
from pathlib import Path

from selenium.webdriver.common.by import By

from graphkit.cli.main import run
from scripts.chromium import MISSING, chromium, installed, resize

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "examples" / "us-rejects-russia-demand.txt"
PICTURE = ROOT / "docs" / "images" / "view.png"
WORDS = "would not budge on"
"""A denial of what is planned, said by someone: as much as one claim can show."""


def main() -> None:
    if not installed():
        sys.exit(MISSING)
    with tempfile.TemporaryDirectory() as folder, chromium(1440, 900) as page:
        made = Path(folder) / "page.html"
        if run(["view", str(ARTICLE), "-o", str(made)]) != 0:
            sys.exit(1)
        resize(page, 1440, 900, 1.25)
        page.get(made.as_uri())
        verb = next(it for it in page.find_elements(By.CSS_SELECTOR, ".text [data-c]") if it.text == WORDS)
        verb.click()
        page.execute_script("scrollTo(0, 0)")
        page.save_screenshot(str(PICTURE))
    sys.stderr.write(f"{PICTURE}\n")


if __name__ == "__main__":
    main()
