"""The report for the projector: one idea a screen, large, with nothing cut off, moved through without any script."""
