"""The conversation with a rapporteur, and what they wrote elsewhere: files."""
