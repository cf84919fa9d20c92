"""Pictures of the day: read, freed of what cameras write beside them, kept and erased."""
