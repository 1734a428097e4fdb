"""The workshop: look at a theme, begin one, check it, take it out as a template or in from one."""
