"""Debian's headless Chromium with its driver, for pictures and for tests; Selenium fetches nothing."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service

MISSING = "needs Chromium and its driver: apt-get install chromium chromium-driver"
ATTEMPTS = (
    3  # a machine with much else to do may keep a starting browser waiting for longer than its driver does
)
QUIET = (
    # As root Chromium refuses its sandbox; the others keep it from calling its maker.
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def installed() -> bool:
    """Whether Chromium and its driver are on the PATH."""
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


@contextmanager
def chromium(width: int, height: int, scale: float = 1.0) -> Iterator[Chrome]:
    """A browser with a window of so many CSS pixels, and picture pixels per CSS pixel."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        page = _started(profile, scale)
        try:
            page.set_window_size(width, height)
            yield page
        finally:
            page.quit()


def resize(page: Chrome, width: int, height: int, scale: float = 1.0) -> None:
    """Give the page exactly this many CSS pixels: no window of a desktop gets as narrow as a phone."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def prefer(page: Chrome, scheme: str) -> None:
    """As on a machine set to "light" or "dark"."""
    feature = {"name": "prefers-color-scheme", "value": scheme}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})


def _started(profile: str, scale: float) -> Chrome:
    for attempt in range(1, ATTEMPTS + 1):
        options = ChromeOptions()
        options.binary_location = shutil.which("chromium") or "chromium"
        own = (f"--user-data-dir={profile}/{attempt}", f"--force-device-scale-factor={scale}")
        for word in (*QUIET, *own):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        try:
            return Chrome(options=options, service=Service(shutil.which("chromedriver")))
        except WebDriverException:
            if attempt == ATTEMPTS:
                raise
    raise AssertionError("unreachable")
