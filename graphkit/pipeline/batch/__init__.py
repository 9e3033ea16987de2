"""Batches: the same sources again and again, unattended, with nothing lost and nothing twice.

Nothing is imported here, as in `graphkit.pipeline`.
"""
