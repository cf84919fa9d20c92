"""What groups say and how far they are: written, read, signed, moved and withdrawn."""
