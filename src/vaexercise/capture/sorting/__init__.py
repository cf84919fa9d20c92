"""The conversation with a facilitator: proposals first, then point by point. The machine proposes, people decide."""
