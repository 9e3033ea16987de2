"""How much an input may unpack to: a bomb is told by what comes out, whatever its headers say."""

from graphkit.errors import OverLimit
from graphkit.sources.limits import Limits, megabytes


class Budget:
    """Counts what comes out of the archives of one input, at any depth, against what went in.

    packed: bytes of the input itself, as far as they are known.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.packed = 0
        self._unpacked = 0

    def begin(self, packed: int) -> None:
        """Another input, of so many bytes."""
        self.packed = packed
        self._unpacked = 0

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may come out of the input."""
        return self._unpacked > min(self._limits.free + self._limits.ratio * self.packed, self._limits.total)

    def spend(self, size: int, name: str) -> None:
        """So many bytes came out; OverLimit where that is more than so small an input may hold."""
        self._unpacked += size
        if self.is_spent:
            raise OverLimit(
                f"{name} unpacks to more than {megabytes(self._unpacked - size)}, too much for an archive of "
                f"{megabytes(self.packed)}: it looks like a bomb; if it isn't, unpack it yourself"
            )
