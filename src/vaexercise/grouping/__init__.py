"""Working groups: pure and seeded. The one place that computes with numpy."""
