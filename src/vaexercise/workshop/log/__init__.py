"""The record as people look at it: history, versions made apart, undo, and what points at nothing."""
