"""Several rounds with new neighbours: designs, plans, and what is proved about them."""
