"""What the made templates are built with."""
