"""From what groups said to what the plenary sees: pure, standard library only."""
