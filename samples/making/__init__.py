"""How each format of the samples is made."""
