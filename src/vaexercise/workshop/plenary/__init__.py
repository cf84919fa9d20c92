"""What the plenary does with what groups said: cards, themes, votes, actions, key findings, what may leave."""
