"""Who takes part and where they sit: the list, draws, seats and roles, in the record."""
