"""Pages about a brand itself. What is asked for and licensed has pages of its own, in the apps above."""
