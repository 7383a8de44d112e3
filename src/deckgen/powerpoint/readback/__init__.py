"""What a written file says of itself: its manifest, fingerprints of its parts, and what somebody edited since."""
