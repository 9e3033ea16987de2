"""Measured against gold: takes extractions and gold as values, gives figures."""
