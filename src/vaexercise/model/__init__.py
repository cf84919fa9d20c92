"""What a workshop is made of: frozen dataclasses, standard library only."""
