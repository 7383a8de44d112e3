"""The only room that knows .pptx: a template in, a written file out, and what somebody edited in it since."""
