"""The gazetteer: its lists, the command that builds it, the command that measures it."""
