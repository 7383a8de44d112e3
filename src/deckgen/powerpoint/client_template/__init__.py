"""A client's template: made safe by preflight, then taken over by adopt as if it were our own."""
