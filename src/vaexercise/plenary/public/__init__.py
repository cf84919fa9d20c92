"""The public version of a synthesis: made anew from a list of what may leave the room, never by taking things away."""
