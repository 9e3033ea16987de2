"""A real headless Chromium for tests, and what they wait for in it."""

from collections.abc import Callable
from typing import Any

from selenium.common.exceptions import (
    ElementNotInteractableException,
    NoSuchElementException,
    StaleElementReferenceException,
)
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

PATIENCE = 180
"""Seconds until a test gives up on what never comes: a loaded machine may take its time."""
PASSING = (ElementNotInteractableException, NoSuchElementException, StaleElementReferenceException)


def until(page: Chrome, condition: Callable[[Chrome], Any], meaning: str) -> Any:
    """What the condition gives, once it is something."""
    waiting = WebDriverWait(page, PATIENCE, poll_frequency=0.1, ignored_exceptions=PASSING)
    return waiting.until(condition, f"never came: {meaning}")


def all_of(page: Chrome, selector: str) -> list[WebElement]:
    return page.find_elements(By.CSS_SELECTOR, selector)


def one(page: Chrome, selector: str) -> WebElement:
    return page.find_element(By.CSS_SELECTOR, selector)


def text(page: Chrome, selector: str) -> str:
    """Words as shown: none of what is hidden, runs of space as one."""
    return " ".join(one(page, selector).text.split())
