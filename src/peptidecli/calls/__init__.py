"""What the commands do once it is known what was asked; how it was typed they do not know."""
