"""Settings: what a user may choose, read once into frozen values that are then passed to the stages."""

from graphkit.settings.file import FILE_NAME, find
from graphkit.settings.read import read, read_password
from graphkit.settings.values import Settings

__all__ = ["FILE_NAME", "Settings", "find", "read", "read_password"]
