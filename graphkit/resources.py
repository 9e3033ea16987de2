"""Files graphkit ships: `config/` and `cypher/` beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(*parts: str) -> Path:
    """Path of a shipped file or folder: `shipped("config", "ontology.yaml")`."""
    inside = PACKAGE / "shipped" / Path(*parts)
    return inside if inside.exists() else PACKAGE.parent / Path(*parts)
