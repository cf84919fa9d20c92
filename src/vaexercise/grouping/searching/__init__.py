"""The search for the best seating: a budget of steps, never of time."""
