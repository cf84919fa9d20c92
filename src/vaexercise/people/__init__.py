"""Lists of people as they really come: the table, what its columns mean, and who is who."""
