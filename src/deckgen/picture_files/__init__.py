"""Pictures as they are shown: upright, in colours of the screen, and bare of what they say of themselves."""
