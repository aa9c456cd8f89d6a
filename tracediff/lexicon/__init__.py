"""Word lists, as data; each says why its words are there."""
