"""Which entities of different articles are one: compared in blocks, with reasons, and undoable."""
