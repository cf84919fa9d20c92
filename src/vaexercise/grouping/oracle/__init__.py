"""Whether people can be seated at all, and if not, which few demands are in the way."""
