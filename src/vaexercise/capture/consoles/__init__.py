"""Where a conversation takes place: terminals, pipes and screen readers."""
