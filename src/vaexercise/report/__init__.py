"""The summary: one neutral report, built once, and one small file per output format."""
