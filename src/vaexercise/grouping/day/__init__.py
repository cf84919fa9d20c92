"""Changes of the day: late arrivals, no-shows, moves, and what they do to every rule."""
