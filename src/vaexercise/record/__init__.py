"""The record: revisions in files that are only ever appended to, and the content that they add up to."""
