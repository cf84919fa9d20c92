"""A workshop's folder: create, open, record; the one way from records to the model and back."""
