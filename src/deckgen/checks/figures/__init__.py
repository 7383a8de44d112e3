"""What rules ask of numbers: where they are used, on what they rest, what they would give away."""
