"""What rules ask of texts: what content wrote, what stands on a frame, what a written file says."""
