"""Copies of a workshop: for safety, for the laptop of one group, and back together."""
