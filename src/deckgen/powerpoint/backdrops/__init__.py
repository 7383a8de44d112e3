"""What the slide layouts of a template show behind a slide, read for renderers that have no slide layouts."""
